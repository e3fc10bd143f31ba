-- Who answers for something is somebody who can log in (V017): owners and leaders in the one form, also when a proposal
-- of old is adopted. The revisions stay as they were written.
CREATE FUNCTION registry.name_leaders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.director := identity.person_form(NEW.director);
    NEW.vp := identity.person_form(NEW.vp);
    RETURN NEW;
END $$;
CREATE FUNCTION registry.name_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.owner := identity.person_form(NEW.owner);
    RETURN NEW;
END $$;
CREATE TRIGGER name_leaders BEFORE INSERT OR UPDATE ON registry.department
    FOR EACH ROW EXECUTE FUNCTION registry.name_leaders();
CREATE TRIGGER name_owner BEFORE INSERT OR UPDATE ON registry.system
    FOR EACH ROW EXECUTE FUNCTION registry.name_owner();

UPDATE registry.system SET owner = identity.person_form(owner) WHERE owner <> identity.person_form(owner);
-- Where two spellings of one person are both director and VP, the row stays: only people can say who leads it.
UPDATE registry.department SET director = identity.person_form(director), vp = identity.person_form(vp)
WHERE (director <> identity.person_form(director) OR vp <> identity.person_form(vp))
  AND identity.person_form(director) <> identity.person_form(vp);
