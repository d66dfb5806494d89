-- What users are found by: the parts of their names, without case and accents, by the number of digits of their
-- follower count.
CREATE TABLE user_name (
    user_id   BIGINT NOT NULL,
    part      TEXT COLLATE "C" NOT NULL,
    magnitude INT    NOT NULL,
    PRIMARY KEY (user_id, part)
);

CREATE INDEX user_name_by_part ON user_name (magnitude, part, user_id);

-- Hashtags, how many tweets have them, and the digits of that number.
CREATE TABLE hashtag (
    tag          TEXT COLLATE "C" NOT NULL PRIMARY KEY, -- without case
    folded       TEXT COLLATE "C" NOT NULL,             -- without accents
    form         TEXT   NOT NULL,             -- as most write it
    lead         BIGINT NOT NULL,             -- by how many votes
    tweets       BIGINT NOT NULL,
    magnitude    INT    NOT NULL,
    last_used_at BIGINT NOT NULL              -- milliseconds since 1970
);

CREATE INDEX hashtag_by_beginning ON hashtag (magnitude, folded);

-- The tweets that are counted.
CREATE TABLE hashtag_tweet (
    tweet_id BIGINT NOT NULL,
    tag      TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (tweet_id, tag)
);
