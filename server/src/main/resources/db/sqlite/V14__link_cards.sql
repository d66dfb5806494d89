-- What pages that tweets link to say about themselves.
CREATE TABLE link_card (
    link        TEXT    NOT NULL PRIMARY KEY, -- as written in tweets
    title       TEXT    NOT NULL,
    description TEXT    NOT NULL,
    site        TEXT    NOT NULL,
    fetched_at  INTEGER NOT NULL -- milliseconds since 1970
) STRICT, WITHOUT ROWID;
