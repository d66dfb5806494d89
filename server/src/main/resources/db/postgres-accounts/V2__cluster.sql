-- Milliseconds since 1970 by the server's clock, which all processes share.
CREATE FUNCTION now_millis() RETURNS BIGINT LANGUAGE SQL VOLATILE AS
    'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::BIGINT';

-- Events that the log does not have yet.
CREATE TABLE outbox (
    id        BIGINT NOT NULL PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    payload   TEXT   NOT NULL,
    stored_at BIGINT NOT NULL DEFAULT now_millis()
);

-- The node numbers that were ever in use. A lease that expired is free, whoever held it.
CREATE TABLE node_lease (
    number     INTEGER NOT NULL PRIMARY KEY,
    holder     TEXT    NOT NULL,
    expires_at BIGINT  NOT NULL, -- milliseconds since 1970
    latest_id  BIGINT  NOT NULL  -- no id of this node is greater
);

-- Which of the graph's databases, counted from 0, has the users of a slot.
CREATE TABLE graph_slot (
    slot  INTEGER NOT NULL PRIMARY KEY,
    shard INTEGER NOT NULL
);
