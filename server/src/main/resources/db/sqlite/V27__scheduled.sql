-- Tweets that are posted later.
CREATE TABLE scheduled_tweet (
    id           BIGINT NOT NULL PRIMARY KEY,
    user_id      BIGINT NOT NULL,
    due_at       BIGINT NOT NULL, -- milliseconds since 1970
    draft        TEXT   NOT NULL, -- JSON
    revision     INT    NOT NULL, -- how often it was edited
    begun_at     BIGINT NOT NULL, -- when posting it first began; 0 if it has not
    leased_until BIGINT NOT NULL, -- by the process that posts it
    failure_code TEXT, -- why it cannot be posted; null while it waits
    failure_text TEXT,
    key_name     TEXT, -- idempotency key of the request
    key_request  TEXT
);

CREATE INDEX scheduled_tweet_by_user ON scheduled_tweet (user_id, due_at, id);
CREATE INDEX scheduled_tweet_due ON scheduled_tweet (due_at) WHERE failure_code IS NULL;
CREATE UNIQUE INDEX scheduled_tweet_by_key ON scheduled_tweet (user_id, key_name) WHERE key_name IS NOT NULL;

-- What users have not finished writing.
CREATE TABLE saved_draft (
    user_id    BIGINT NOT NULL,
    name       TEXT   NOT NULL, -- chosen by the client
    number     BIGINT NOT NULL,
    content    TEXT   NOT NULL, -- JSON
    updated_at BIGINT NOT NULL, -- milliseconds since 1970
    PRIMARY KEY (user_id, name)
);

CREATE INDEX saved_draft_by_time ON saved_draft (user_id, updated_at, number);

-- The tweet that a user's profile shows first.
CREATE TABLE pinned_tweet (
    user_id  BIGINT NOT NULL PRIMARY KEY,
    tweet_id BIGINT NOT NULL
);
