-- The first view of a tweet by a viewer, for 24 hours.
CREATE TABLE analytics_viewer (
    viewer_id BIGINT NOT NULL,
    tweet_id  BIGINT NOT NULL,
    author_id BIGINT NOT NULL,
    first_at  BIGINT NOT NULL, -- milliseconds since 1970
    last_at   BIGINT NOT NULL, -- of the last impression that counted
    engaged   INTEGER NOT NULL, -- 1 if the viewer did something with the tweet
    PRIMARY KEY (viewer_id, tweet_id)
);

CREATE INDEX analytics_viewer_by_time ON analytics_viewer (first_at);

-- What else the viewer contributed to the counts, for 24 hours.
CREATE TABLE analytics_mark (
    viewer_id  BIGINT NOT NULL,
    tweet_id   BIGINT NOT NULL,
    measure    INTEGER NOT NULL,
    reference  BIGINT NOT NULL, -- tells several of one measure apart
    author_id  BIGINT NOT NULL,
    counted_at BIGINT NOT NULL, -- milliseconds since 1970
    last_at    BIGINT NOT NULL,
    amount     INTEGER NOT NULL,
    PRIMARY KEY (viewer_id, tweet_id, measure, reference)
);

CREATE INDEX analytics_mark_by_time ON analytics_mark (counted_at);

-- Which reports have been applied, for 24 hours.
CREATE TABLE analytics_batch (
    viewer_id BIGINT NOT NULL,
    batch_key TEXT   NOT NULL,
    at        BIGINT NOT NULL, -- milliseconds since 1970
    PRIMARY KEY (viewer_id, batch_key)
);

CREATE INDEX analytics_batch_by_time ON analytics_batch (at);

-- Counts by tweet and hour.
CREATE TABLE analytics_hour (
    tweet_id        BIGINT  NOT NULL,
    hour            INTEGER NOT NULL, -- since 1970; later merged into the first hour of the day
    author_id       BIGINT  NOT NULL,
    impressions     INTEGER NOT NULL,
    viewers         INTEGER NOT NULL,
    engaged_viewers INTEGER NOT NULL,
    likes           INTEGER NOT NULL,
    retweets        INTEGER NOT NULL,
    quotes          INTEGER NOT NULL,
    replies         INTEGER NOT NULL,
    bookmarks       INTEGER NOT NULL,
    link_opens      INTEGER NOT NULL,
    profile_opens   INTEGER NOT NULL,
    media_opens     INTEGER NOT NULL,
    expands         INTEGER NOT NULL,
    follows         INTEGER NOT NULL,
    PRIMARY KEY (tweet_id, hour)
) WITH (fillfactor = 80);

CREATE INDEX analytics_hour_by_author ON analytics_hour (author_id, hour);
-- Finds what has to be merged.
CREATE INDEX analytics_hour_within_day ON analytics_hour (hour) WHERE hour % 24 <> 0;
