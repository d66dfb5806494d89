-- Uploads, and what became of them.
CREATE TABLE medium (
    id         INTEGER NOT NULL PRIMARY KEY,
    user_id    INTEGER NOT NULL,
    purpose    TEXT    NOT NULL,
    type       TEXT    NOT NULL, -- as announced
    size       INTEGER NOT NULL, -- as announced, in bytes
    state      TEXT    NOT NULL,
    failure    TEXT,             -- its code
    content    TEXT,             -- kind, dimensions and files as JSON, once it is ready
    alt_text   TEXT    NOT NULL,
    focus_x    REAL    NOT NULL,
    focus_y    REAL    NOT NULL,
    uses       TEXT    NOT NULL, -- such as tweet:7
    attempts   INTEGER NOT NULL,
    started_at INTEGER NOT NULL, -- these are in milliseconds since 1970
    progress   REAL    NOT NULL,
    since      INTEGER NOT NULL, -- when the state or the uses changed
    due_at     INTEGER NOT NULL  -- when something has to be done
) STRICT;

CREATE INDEX medium_by_due ON medium (due_at, id);
CREATE INDEX medium_by_user ON medium (user_id, id);

-- What the author of a tweet adds to its text.
ALTER TABLE tweet ADD COLUMN media_ids TEXT; -- null for none; separated by commas
ALTER TABLE tweet ADD COLUMN sensitive INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tweet ADD COLUMN content_warning TEXT; -- null for none
ALTER TABLE tweet ADD COLUMN language TEXT; -- null if unknown

CREATE INDEX tweet_with_media ON tweet (author_id, id) WHERE media_ids IS NOT NULL AND deleted_at IS NULL;

-- Avatars and headers: the medium, its blurhash and its sizes. The columns with URLs are not used any more.
ALTER TABLE account ADD COLUMN avatar TEXT;
ALTER TABLE account ADD COLUMN header TEXT;
