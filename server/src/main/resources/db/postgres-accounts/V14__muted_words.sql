-- The words that a user does not want to read, as JSON; users without a row never had any.
CREATE TABLE muted_words (
    user_id BIGINT NOT NULL PRIMARY KEY,
    words   TEXT   NOT NULL
);
