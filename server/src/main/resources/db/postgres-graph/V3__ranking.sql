-- What readers did with tweets and asked for.
CREATE TABLE reader_signal (
    reader_id BIGINT NOT NULL,
    tweet_id  BIGINT NOT NULL,
    kind      INTEGER NOT NULL, -- Signal.Kind
    author_id BIGINT NOT NULL,
    at        BIGINT NOT NULL, -- milliseconds since 1970
    PRIMARY KEY (reader_id, tweet_id, kind)
);

CREATE INDEX reader_signal_by_time ON reader_signal (reader_id, at);

-- How readers want their home timeline; those without a row have chosen nothing.
CREATE TABLE home_choice (
    reader_id      BIGINT PRIMARY KEY,
    home_order     TEXT   NOT NULL,
    remembers_seen BOOLEAN NOT NULL
);
