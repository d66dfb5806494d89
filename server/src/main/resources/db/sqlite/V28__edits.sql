-- A tweet that was edited has the current text; tweet_revision has the earlier ones.
ALTER TABLE tweet ADD COLUMN edits INT NOT NULL DEFAULT 0;
ALTER TABLE tweet ADD COLUMN edited_at BIGINT; -- milliseconds since 1970
ALTER TABLE tweet ADD COLUMN former_mentions TEXT; -- names that earlier versions mention, separated by spaces

CREATE TABLE tweet_revision (
    tweet_id        BIGINT NOT NULL,
    number          INT    NOT NULL, -- of edits before
    content         TEXT   NOT NULL,
    sensitive       INT    NOT NULL,
    content_warning TEXT,
    since           BIGINT NOT NULL, -- when it was written, in milliseconds since 1970
    PRIMARY KEY (tweet_id, number)
) WITHOUT ROWID;
