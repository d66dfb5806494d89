-- Facts about the data itself, such as the epoch of its ids.
CREATE TABLE metadata (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
