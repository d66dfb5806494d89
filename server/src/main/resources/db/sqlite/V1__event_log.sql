-- Every event, in the order of its commit. AUTOINCREMENT, so that no offset comes twice, whatever is removed.
CREATE TABLE event (
    offset     INTEGER PRIMARY KEY AUTOINCREMENT,
    key        INTEGER NOT NULL,
    payload    TEXT    NOT NULL,
    created_at INTEGER NOT NULL -- milliseconds since 1970
);

-- The consumer groups. All events before next_offset are done with.
CREATE TABLE event_group (
    name        TEXT    PRIMARY KEY,
    next_offset INTEGER NOT NULL
) WITHOUT ROWID;

-- Events that a group gave up on.
CREATE TABLE dead_letter (
    group_name TEXT    NOT NULL,
    offset     INTEGER NOT NULL,
    payload    TEXT    NOT NULL,
    attempts   INTEGER NOT NULL,
    error      TEXT    NOT NULL,
    created_at INTEGER NOT NULL, -- milliseconds since 1970
    PRIMARY KEY (group_name, offset)
) WITHOUT ROWID;
