-- What users want of single followees; without a row, nothing special.
CREATE TABLE follow_option (
    user_id         BIGINT  NOT NULL,
    followee_id     BIGINT  NOT NULL,
    hiding_retweets BOOLEAN NOT NULL,
    notifying       BOOLEAN NOT NULL,
    PRIMARY KEY (user_id, followee_id)
);

CREATE INDEX follow_option_by_followee ON follow_option (followee_id, user_id) WHERE notifying;

-- Conversations of which users do not want to be notified.
CREATE TABLE muted_conversation (
    user_id         BIGINT NOT NULL,
    conversation_id BIGINT NOT NULL,
    created_at      BIGINT NOT NULL, -- milliseconds since 1970
    PRIMARY KEY (user_id, conversation_id)
);

-- Replies that the author of the tweet above them hid.
CREATE TABLE hidden_reply (
    parent_id  BIGINT NOT NULL,
    reply_id   BIGINT NOT NULL,
    created_at BIGINT NOT NULL, -- milliseconds since 1970
    PRIMARY KEY (parent_id, reply_id)
);
