-- What somebody typed into the form of a change and has not sent: for them alone, so that a wrong click or a browser that
-- ends costs nothing. Working data, no history: it goes when the form is sent, and a month after it was touched last.
CREATE TABLE changes.typing (
    person text NOT NULL REFERENCES identity.person,
    page   text NOT NULL CHECK (length(page) <= 100),
    fields jsonb NOT NULL,
    at     timestamptz NOT NULL,
    PRIMARY KEY (person, page)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON changes.typing TO countersign_app;
