-- What became of a form that was sent: the same one again, from a second press, a browser's way back or a network that
-- tries again, finds it here and does nothing.
CREATE TABLE identity.sent_form (
    person text NOT NULL REFERENCES identity.person,
    form   uuid NOT NULL,
    led_to text NOT NULL CHECK (length(led_to) <= 200),
    at     timestamptz NOT NULL,
    PRIMARY KEY (person, form)
);

CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON identity.sent_form
    FOR EACH ROW EXECUTE FUNCTION identity.refuse_edit();

GRANT SELECT, INSERT ON identity.sent_form TO countersign_app;
