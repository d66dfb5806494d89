-- Invitations to register.
CREATE TABLE invitation (
    code       TEXT   NOT NULL PRIMARY KEY,
    created_by BIGINT NOT NULL,
    created_at BIGINT NOT NULL, -- milliseconds since 1970
    expires_at BIGINT NOT NULL, -- milliseconds since 1970
    uses       INT    NOT NULL, -- how often it can be used
    used       INT    NOT NULL
);
