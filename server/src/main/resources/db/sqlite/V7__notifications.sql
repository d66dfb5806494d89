CREATE TABLE notification (
    id         INTEGER NOT NULL PRIMARY KEY,
    user_id    BIGINT  NOT NULL,
    type       TEXT    NOT NULL,
    target_id  BIGINT  NOT NULL,
    created_at BIGINT  NOT NULL,
    updated_at BIGINT  NOT NULL
);

CREATE INDEX notification_by_time ON notification (user_id, updated_at, id);
CREATE INDEX notification_by_target ON notification (user_id, type, target_id, created_at, id);

-- The key holds the promise that an actor is in one notification of a user, type and target.
CREATE TABLE notification_actor (
    user_id         BIGINT NOT NULL,
    type            TEXT   NOT NULL,
    target_id       BIGINT NOT NULL,
    actor_id        BIGINT NOT NULL,
    notification_id BIGINT NOT NULL,
    place           BIGINT NOT NULL, -- rises with each actor of a notification
    PRIMARY KEY (user_id, type, target_id, actor_id)
) WITHOUT ROWID;

CREATE UNIQUE INDEX notification_actor_by_place ON notification_actor (notification_id, place);

CREATE TABLE notification_read (
    user_id BIGINT NOT NULL PRIMARY KEY,
    read_at BIGINT NOT NULL -- what was updated up to then is read; milliseconds since 1970
);

CREATE TABLE notification_unwanted (
    user_id BIGINT NOT NULL,
    type    TEXT   NOT NULL,
    PRIMARY KEY (user_id, type)
) WITHOUT ROWID;
