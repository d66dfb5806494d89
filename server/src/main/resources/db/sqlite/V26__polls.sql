-- JSON with the options and the end; null for a tweet without a poll.
ALTER TABLE tweet ADD COLUMN poll TEXT;

-- Polls that are announced when they end.
CREATE TABLE poll (
    id           BIGINT NOT NULL PRIMARY KEY, -- of its tweet
    ends_at      BIGINT NOT NULL, -- milliseconds since 1970
    announced    INT    NOT NULL, -- 1 if the author and all voters have been told of the end
    told_up_to   BIGINT NOT NULL, -- voters up to this id have been told
    leased_until BIGINT NOT NULL  -- by the process that tells them
);

CREATE INDEX poll_due ON poll (ends_at) WHERE announced = 0;

CREATE TABLE poll_vote (
    poll_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    choice  INT    NOT NULL, -- index of an option
    PRIMARY KEY (poll_id, user_id)
) WITHOUT ROWID;

-- For counting.
CREATE INDEX poll_vote_by_choice ON poll_vote (poll_id, choice);
