CREATE TABLE conversation (
    id         INTEGER NOT NULL PRIMARY KEY,
    kind       TEXT    NOT NULL,
    low_id     INTEGER,          -- the users of a pair; null for a group
    high_id    INTEGER,
    name       TEXT    NOT NULL,
    picture_id INTEGER,
    creator_id INTEGER NOT NULL,
    last_seq   INTEGER NOT NULL, -- of the newest message, 0 if there is none
    last_at    INTEGER NOT NULL  -- when it was sent, in milliseconds since 1970; no later message is from before
) STRICT;

CREATE UNIQUE INDEX conversation_of_pair ON conversation (low_id, high_id) WHERE low_id IS NOT NULL;

-- The members, and the inbox entry of each.
CREATE TABLE conversation_member (
    conversation_id INTEGER NOT NULL,
    user_id         INTEGER NOT NULL,
    place           INTEGER NOT NULL, -- in the order of the members
    admin           INTEGER NOT NULL,
    accepted        INTEGER NOT NULL,
    joined_seq      INTEGER NOT NULL,
    last_seq        INTEGER NOT NULL,
    last_at         INTEGER NOT NULL, -- milliseconds since 1970
    read_seq        INTEGER NOT NULL,
    cleared_seq     INTEGER NOT NULL,
    muted           INTEGER NOT NULL,
    PRIMARY KEY (conversation_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX conversation_by_time ON conversation_member (user_id, accepted, last_at, conversation_id)
    WHERE last_seq > cleared_seq;
CREATE INDEX unread_conversation ON conversation_member (user_id, last_at, conversation_id)
    WHERE accepted = 1 AND muted = 0 AND last_seq > read_seq AND last_seq > cleared_seq AND last_seq > joined_seq;

-- The content is the last column, so that it is not read where it is not needed.
CREATE TABLE message (
    conversation_id INTEGER NOT NULL,
    seq             INTEGER NOT NULL,
    id              INTEGER NOT NULL,
    sender_id       INTEGER NOT NULL,
    client_key      TEXT    NOT NULL,
    sent_at         INTEGER NOT NULL, -- milliseconds since 1970
    deleted         INTEGER NOT NULL, -- for everyone: the following columns are empty
    had_media       INTEGER NOT NULL,
    reply_to_seq    INTEGER,
    tweet_id        INTEGER,
    media_ids       TEXT,             -- null for none; separated by commas
    entities        TEXT,             -- as JSON, null for none
    content         TEXT    NOT NULL,
    PRIMARY KEY (conversation_id, seq)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX message_by_key ON message (conversation_id, sender_id, client_key);
CREATE INDEX message_with_media ON message (id) WHERE had_media = 1;

-- Messages that a member deleted for themselves.
CREATE TABLE message_hidden (
    conversation_id INTEGER NOT NULL,
    user_id         INTEGER NOT NULL,
    seq             INTEGER NOT NULL,
    PRIMARY KEY (conversation_id, user_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE message_reaction (
    conversation_id INTEGER NOT NULL,
    seq             INTEGER NOT NULL,
    user_id         INTEGER NOT NULL,
    emoji           TEXT    NOT NULL,
    PRIMARY KEY (conversation_id, seq, user_id, emoji)
) STRICT, WITHOUT ROWID;

CREATE TABLE message_preference (
    user_id       INTEGER NOT NULL PRIMARY KEY,
    sender        TEXT    NOT NULL, -- whose messages arrive without a request
    read_receipts INTEGER NOT NULL
) STRICT;

-- To whom a user began to write although they had nothing to do with each other; kept for a day.
CREATE TABLE stranger_contact (
    user_id  INTEGER NOT NULL,
    other_id INTEGER NOT NULL,
    at       INTEGER NOT NULL, -- milliseconds since 1970
    PRIMARY KEY (user_id, other_id)
) STRICT, WITHOUT ROWID;
