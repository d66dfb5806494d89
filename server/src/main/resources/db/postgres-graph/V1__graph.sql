-- One shard of the graph: it has the rows whose user_id is in one of its slots.

-- Milliseconds since 1970 by the server's clock, which all processes share.
CREATE FUNCTION now_millis() RETURNS BIGINT LANGUAGE SQL VOLATILE AS
    'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::BIGINT';

CREATE TABLE following (
    user_id     BIGINT NOT NULL,
    followee_id BIGINT NOT NULL,
    created_at  BIGINT NOT NULL,
    PRIMARY KEY (user_id, followee_id)
);

CREATE INDEX following_by_time ON following (user_id, created_at, followee_id);

-- The other side of the edges, brought here by their changes. What ended stays for a while, so that a change of it that
-- comes late is known to be old.
CREATE TABLE follower (
    user_id     BIGINT   NOT NULL,
    follower_id BIGINT   NOT NULL,
    created_at  BIGINT   NOT NULL, -- of the edge; when it is not present: when it ended, by this server's clock
    version     BIGINT   NOT NULL, -- of the last change that was applied
    present     BOOLEAN  NOT NULL,
    change      SMALLINT NOT NULL, -- by how many followers that change made more
    PRIMARY KEY (user_id, follower_id) INCLUDE (present)
);

CREATE INDEX follower_by_time ON follower (user_id, created_at, follower_id) WHERE present;
CREATE INDEX follower_ended ON follower (created_at) WHERE NOT present;

CREATE TABLE graph_count (
    user_id   BIGINT  NOT NULL PRIMARY KEY,
    followers BIGINT  NOT NULL,
    following BIGINT  NOT NULL,
    famous    BOOLEAN NOT NULL
) WITH (fillfactor = 80);

CREATE INDEX graph_count_famous ON graph_count (user_id) WHERE famous;

-- Changes of this shard's rows in following that have not reached the followee's shard, or whose event the log does not
-- have yet.
CREATE TABLE edge_change (
    version     BIGINT  NOT NULL PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    follower_id BIGINT  NOT NULL,
    followee_id BIGINT  NOT NULL,
    created_at  BIGINT  NOT NULL,
    present     BOOLEAN NOT NULL,
    told        BOOLEAN NOT NULL, -- whether there is an event to it
    stored_at   BIGINT  NOT NULL DEFAULT now_millis()
);

-- Up to which version all changes of a shard's edges were applied here, if they concern this shard.
CREATE TABLE edge_settled (
    shard   INTEGER NOT NULL PRIMARY KEY,
    version BIGINT  NOT NULL
);

-- Other events that the log does not have yet.
CREATE TABLE outbox (
    id        BIGINT NOT NULL PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    payload   TEXT   NOT NULL,
    stored_at BIGINT NOT NULL DEFAULT now_millis()
);
