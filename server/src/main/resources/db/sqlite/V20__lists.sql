-- Lists of users.
CREATE TABLE user_list (
    id           BIGINT  NOT NULL PRIMARY KEY,
    owner_id     BIGINT  NOT NULL,
    name         TEXT    NOT NULL,
    private      BOOLEAN NOT NULL,
    exclusive    BOOLEAN NOT NULL,
    pinned       BOOLEAN NOT NULL,
    replies      TEXT    NOT NULL,
    member_count INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX user_list_by_owner ON user_list (owner_id, id);

CREATE TABLE list_member (
    list_id    BIGINT NOT NULL,
    user_id    BIGINT NOT NULL,
    created_at BIGINT NOT NULL, -- milliseconds since 1970
    PRIMARY KEY (list_id, user_id)
) WITHOUT ROWID;

CREATE INDEX list_member_by_time ON list_member (list_id, created_at, user_id);

-- How many lists a user has: its row is locked by whoever adds one.
CREATE TABLE list_owner (
    user_id BIGINT  NOT NULL PRIMARY KEY,
    lists   INTEGER NOT NULL
) WITHOUT ROWID;
