-- How far each backfill of a consumer group has got, and which process has the turn to go on with it.
CREATE TABLE backfill (
    group_name TEXT    NOT NULL PRIMARY KEY,
    position   TEXT    NOT NULL, -- where to go on, as the sources say it; empty at the beginning
    events     BIGINT  NOT NULL, -- consumed so far
    done       BOOLEAN NOT NULL,
    process    TEXT    NOT NULL,
    turn_ends  BIGINT  NOT NULL  -- milliseconds since 1970
) WITHOUT ROWID;
