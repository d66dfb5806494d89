-- Suggested users that a user does not want to see again.
CREATE TABLE dismissed_suggestion (
    user_id    BIGINT NOT NULL,
    other_id   BIGINT NOT NULL,
    created_at BIGINT NOT NULL, -- milliseconds since 1970
    PRIMARY KEY (user_id, other_id)
);
