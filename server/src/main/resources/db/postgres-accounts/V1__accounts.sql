CREATE TABLE account (
    id            BIGINT NOT NULL PRIMARY KEY,
    username      TEXT   NOT NULL,
    username_key  TEXT   NOT NULL UNIQUE,
    email         TEXT   NOT NULL,
    email_key     TEXT   NOT NULL UNIQUE,
    password_hash TEXT,
    display_name  TEXT   NOT NULL,
    bio           TEXT   NOT NULL,
    location      TEXT   NOT NULL,
    url           TEXT   NOT NULL,
    avatar_url    TEXT,
    header_url    TEXT
);

CREATE TABLE session (
    token_hash TEXT   NOT NULL PRIMARY KEY,
    id         BIGINT NOT NULL,
    user_id    BIGINT NOT NULL,
    user_agent TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE INDEX session_by_user ON session (user_id, id);
CREATE INDEX session_by_expiry ON session (expires_at);
