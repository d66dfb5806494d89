-- Secrets of authenticator apps, and codes that each replace one code of the app.
CREATE TABLE second_factor (
    user_id    BIGINT  NOT NULL PRIMARY KEY,
    secret     TEXT    NOT NULL, -- Base32
    enabled_at BIGINT, -- milliseconds since 1970; null until a code has confirmed the secret
    last_step  BIGINT  NOT NULL -- of the newest code that was used
);

CREATE TABLE recovery_code (
    user_id   BIGINT NOT NULL,
    code_hash TEXT   NOT NULL,
    PRIMARY KEY (user_id, code_hash)
);
