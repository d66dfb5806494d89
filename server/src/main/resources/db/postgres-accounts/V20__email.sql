-- The address that replaces the current one once it is confirmed; null for none.
ALTER TABLE account ADD COLUMN next_email TEXT;

-- Links to confirm an address.
CREATE TABLE email_token (
    token_hash TEXT   NOT NULL PRIMARY KEY, -- SHA-256
    user_id    BIGINT NOT NULL,
    address    TEXT   NOT NULL, -- as typed
    expires_at BIGINT NOT NULL -- milliseconds since 1970
);

CREATE INDEX email_token_by_user ON email_token (user_id, expires_at);
CREATE INDEX email_token_by_expiry ON email_token (expires_at);
