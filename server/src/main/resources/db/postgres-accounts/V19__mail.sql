-- Mails that are to be sent. They contain no secrets: links get theirs when a mail is sent.
CREATE TABLE due_mail (
    id           BIGINT NOT NULL PRIMARY KEY,
    kind         TEXT   NOT NULL,
    user_id      BIGINT NOT NULL, -- 0 if only the address is known
    address      TEXT   NOT NULL, -- as typed
    address_key  TEXT   NOT NULL,
    detail       TEXT   NOT NULL,
    due_at       BIGINT NOT NULL, -- milliseconds since 1970
    leased_until BIGINT NOT NULL -- by the process that sends it
);

CREATE UNIQUE INDEX due_mail_by_address ON due_mail (kind, address_key);
CREATE INDEX due_mail_due ON due_mail (due_at);

-- Links to set a new password.
CREATE TABLE password_reset (
    token_hash TEXT   NOT NULL PRIMARY KEY, -- SHA-256
    user_id    BIGINT NOT NULL,
    expires_at BIGINT NOT NULL -- milliseconds since 1970
);

CREATE INDEX password_reset_by_user ON password_reset (user_id, expires_at);
CREATE INDEX password_reset_by_expiry ON password_reset (expires_at);

-- When the user showed that the address is theirs; null if not yet.
ALTER TABLE account ADD COLUMN email_confirmed_at BIGINT;
