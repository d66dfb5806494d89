-- Where browsers are sent pushes. A row without its session counts for nothing and is removed.
CREATE TABLE push_subscription (
    id         BIGINT NOT NULL PRIMARY KEY,
    user_id    BIGINT NOT NULL,
    session_id BIGINT NOT NULL,
    endpoint   TEXT   NOT NULL,
    p256dh     TEXT   NOT NULL, -- the key of the browser, URL-safe base 64
    auth       TEXT   NOT NULL, -- its secret, URL-safe base 64
    created_at BIGINT NOT NULL -- milliseconds since 1970
);

CREATE INDEX push_subscription_by_user ON push_subscription (user_id);
CREATE UNIQUE INDEX push_subscription_by_session ON push_subscription (session_id);
CREATE UNIQUE INDEX push_subscription_by_endpoint ON push_subscription (endpoint);

-- What users want to be sent as pushes.
CREATE TABLE push_preference (
    user_id      BIGINT  NOT NULL PRIMARY KEY,
    unwanted     TEXT    NOT NULL, -- types of notifications, separated by commas
    messages     BOOLEAN NOT NULL,
    message_text BOOLEAN NOT NULL,
    quiet_from   INTEGER NOT NULL, -- minutes after midnight
    quiet_to     INTEGER NOT NULL,
    time_zone    TEXT -- null without quiet hours
);
