-- Every edge is stored both ways, so that either side can be read, and sharded, by its user_id.
CREATE TABLE following (
    user_id     BIGINT NOT NULL,
    followee_id BIGINT NOT NULL,
    created_at  BIGINT NOT NULL,
    PRIMARY KEY (user_id, followee_id)
) WITHOUT ROWID;

CREATE INDEX following_by_time ON following (user_id, created_at, followee_id);

CREATE TABLE follower (
    user_id     BIGINT NOT NULL,
    follower_id BIGINT NOT NULL,
    created_at  BIGINT NOT NULL,
    PRIMARY KEY (user_id, follower_id)
) WITHOUT ROWID;

CREATE INDEX follower_by_time ON follower (user_id, created_at, follower_id);

CREATE TABLE graph_count (
    user_id   INTEGER NOT NULL PRIMARY KEY,
    followers BIGINT  NOT NULL,
    following BIGINT  NOT NULL,
    famous    INTEGER NOT NULL
);

CREATE INDEX graph_count_famous ON graph_count (user_id) WHERE famous = 1;
