CREATE TABLE block (
    user_id    BIGINT NOT NULL,
    other_id   BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, other_id)
) WITHOUT ROWID;

CREATE INDEX block_by_time ON block (user_id, created_at, other_id);
CREATE INDEX block_by_other ON block (other_id, user_id);

CREATE TABLE mute (
    user_id    BIGINT NOT NULL,
    other_id   BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    until      BIGINT NOT NULL, -- milliseconds since 1970; the greatest number for ever
    PRIMARY KEY (user_id, other_id)
) WITHOUT ROWID;

CREATE INDEX mute_by_time ON mute (user_id, created_at, other_id);
CREATE INDEX mute_by_end ON mute (until);
