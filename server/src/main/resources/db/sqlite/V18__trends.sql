-- The country whose trends a user sees and contributes to; users without a row chose none.
CREATE TABLE trend_location (
    user_id  BIGINT NOT NULL PRIMARY KEY,
    location TEXT   NOT NULL
);

-- Topics that a user does not want to see again.
CREATE TABLE dismissed_topic (
    user_id    BIGINT NOT NULL,
    topic      TEXT   NOT NULL, -- its key
    created_at BIGINT NOT NULL, -- milliseconds since 1970
    PRIMARY KEY (user_id, topic)
) WITHOUT ROWID;

-- Topics that an operator hid from everyone or showed again, in this order. The last row of a topic is valid.
CREATE TABLE topic_decision (
    number     INTEGER PRIMARY KEY AUTOINCREMENT,
    topic      TEXT    NOT NULL, -- its key
    hidden     BOOLEAN NOT NULL,
    reason     TEXT    NOT NULL,
    created_at BIGINT  NOT NULL  -- milliseconds since 1970
);

CREATE INDEX topic_decision_by_topic ON topic_decision (topic, number);
