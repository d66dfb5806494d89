CREATE TABLE tweet (
    id              INTEGER NOT NULL PRIMARY KEY,
    author_id       BIGINT  NOT NULL,
    content         TEXT    NOT NULL,
    entities        TEXT    NOT NULL,
    reply_to_id     BIGINT,
    conversation_id BIGINT  NOT NULL,
    deleted_at      BIGINT
);

-- An author's tweets newest first, without touching the tweets themselves.
CREATE INDEX tweet_by_author ON tweet (author_id, id) WHERE deleted_at IS NULL;

CREATE TABLE tweet_count (
    author_id INTEGER NOT NULL PRIMARY KEY,
    tweets    BIGINT  NOT NULL
);

CREATE TABLE idempotency_key (
    user_id    BIGINT NOT NULL,
    name       TEXT   NOT NULL,
    request    TEXT   NOT NULL,
    tweet_id   BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, name)
) WITHOUT ROWID;

CREATE INDEX idempotency_key_by_time ON idempotency_key (created_at);
