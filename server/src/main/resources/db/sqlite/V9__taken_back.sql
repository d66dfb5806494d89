-- Likes, retweets and follows that were taken back lately: done again, they are not news.
CREATE TABLE notification_taken_back (
    user_id    BIGINT NOT NULL,
    type       TEXT   NOT NULL,
    target_id  BIGINT NOT NULL,
    actor_id   BIGINT NOT NULL,
    at         BIGINT NOT NULL, -- when it was taken back; milliseconds since 1970
    updated_at BIGINT NOT NULL, -- of the notification that it was taken out of
    PRIMARY KEY (user_id, type, target_id, actor_id)
) WITHOUT ROWID;

CREATE INDEX notification_taken_back_by_time ON notification_taken_back (user_id, at);

-- Whose bookmarks of a tweet have to go when it is deleted.
CREATE INDEX tweet_bookmark_by_tweet ON tweet_bookmark (tweet_id, created_at, user_id);
