ALTER TABLE tweet ADD COLUMN reply_to_user_id BIGINT;
ALTER TABLE tweet ADD COLUMN quote_of_id BIGINT;
ALTER TABLE tweet ADD COLUMN retweet_of_id BIGINT;

-- With the deleted replies: those that were answered are still shown, as gone.
CREATE INDEX tweet_reply ON tweet (reply_to_id, id) WHERE reply_to_id IS NOT NULL;
CREATE INDEX tweet_thread ON tweet (reply_to_id, id) WHERE reply_to_user_id = author_id AND deleted_at IS NULL;
CREATE INDEX tweet_quote ON tweet (quote_of_id, id) WHERE quote_of_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX tweet_retweet ON tweet (retweet_of_id, id) WHERE retweet_of_id IS NOT NULL AND deleted_at IS NULL;
CREATE UNIQUE INDEX tweet_retweeted ON tweet (author_id, retweet_of_id)
    WHERE retweet_of_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX tweet_by_author_without_replies ON tweet (author_id, id)
    WHERE deleted_at IS NULL AND (reply_to_user_id IS NULL OR reply_to_user_id = author_id);

CREATE TABLE tweet_like (
    user_id    BIGINT NOT NULL,
    tweet_id   BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, tweet_id)
) WITHOUT ROWID;

CREATE INDEX tweet_like_by_time ON tweet_like (user_id, created_at, tweet_id);
CREATE INDEX tweet_like_by_tweet ON tweet_like (tweet_id, created_at, user_id);

CREATE TABLE tweet_bookmark (
    user_id    BIGINT NOT NULL,
    tweet_id   BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, tweet_id)
) WITHOUT ROWID;

CREATE INDEX tweet_bookmark_by_time ON tweet_bookmark (user_id, created_at, tweet_id);

-- Changed with the rows that it counts, in the same transaction.
CREATE TABLE engagement_count (
    tweet_id INTEGER NOT NULL PRIMARY KEY,
    likes    BIGINT  NOT NULL DEFAULT 0,
    retweets BIGINT  NOT NULL DEFAULT 0,
    replies  BIGINT  NOT NULL DEFAULT 0,
    quotes   BIGINT  NOT NULL DEFAULT 0
);
