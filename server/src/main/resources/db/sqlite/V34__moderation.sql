-- All reports of a user until moderators decide about them.
CREATE TABLE moderation_case (
    id            BIGINT NOT NULL PRIMARY KEY,
    user_id       BIGINT NOT NULL,
    claimed_by    BIGINT NOT NULL, -- the moderator who looks at it; 0 for none
    claimed_until BIGINT NOT NULL, -- milliseconds since 1970
    closed_at     BIGINT -- NULL while it is open
);

CREATE UNIQUE INDEX moderation_case_open ON moderation_case (user_id) WHERE closed_at IS NULL;
CREATE INDEX moderation_case_queue ON moderation_case (id) WHERE closed_at IS NULL;

-- Reports, with a copy of what they are about.
CREATE TABLE report (
    id          BIGINT NOT NULL PRIMARY KEY,
    case_id     BIGINT NOT NULL,
    reporter_id BIGINT NOT NULL,
    user_id     BIGINT NOT NULL,
    category    TEXT   NOT NULL,
    note        TEXT   NOT NULL,
    author      TEXT   NOT NULL, -- JSON
    items       TEXT   NOT NULL, -- JSON
    subject     TEXT   NOT NULL  -- which items, to recognize a repetition
);

CREATE UNIQUE INDEX report_once ON report (case_id, reporter_id, subject);
CREATE INDEX report_by_case ON report (case_id, id);
CREATE INDEX report_by_reporter ON report (reporter_id, id);

-- What moderators and operators decided.
CREATE TABLE moderation_decision (
    id           BIGINT  NOT NULL PRIMARY KEY,
    case_id      BIGINT  NOT NULL, -- 0 for none
    user_id      BIGINT  NOT NULL,
    moderator_id BIGINT  NOT NULL, -- 0 for an operator at the command line
    action       TEXT    NOT NULL,
    reason       TEXT    NOT NULL,
    until        BIGINT, -- the end of a suspension; NULL for none
    tweet_ids    TEXT    NOT NULL, -- separated by commas
    carried_out  BOOLEAN NOT NULL,
    ended        BOOLEAN NOT NULL -- whether a suspension was lifted or has ended
);

CREATE INDEX moderation_decision_by_user ON moderation_decision (user_id, id);
CREATE INDEX moderation_decision_by_case ON moderation_decision (case_id);
CREATE INDEX moderation_decision_pending ON moderation_decision (id) WHERE NOT carried_out;
CREATE INDEX moderation_decision_ending ON moderation_decision (until) WHERE NOT ended AND until IS NOT NULL;

-- What users are told about decisions.
CREATE TABLE account_notice (
    user_id     BIGINT  NOT NULL,
    decision_id BIGINT  NOT NULL,
    kind        TEXT    NOT NULL,
    is_read     BOOLEAN NOT NULL,
    PRIMARY KEY (user_id, decision_id)
);

-- What moderators and operators did.
CREATE TABLE audit_entry (
    id       BIGINT NOT NULL PRIMARY KEY,
    actor_id BIGINT NOT NULL, -- 0 for an operator at the command line
    action   TEXT   NOT NULL,
    user_id  BIGINT NOT NULL, -- whom it concerns; 0 for nobody
    case_id  BIGINT NOT NULL, -- 0 for none
    detail   TEXT   NOT NULL
);

CREATE INDEX audit_entry_by_actor ON audit_entry (actor_id, id);
CREATE INDEX audit_entry_by_user ON audit_entry (user_id, id);

CREATE TRIGGER audit_entry_kept BEFORE DELETE ON audit_entry
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;

CREATE TRIGGER audit_entry_unchanged BEFORE UPDATE ON audit_entry
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;

-- Users who may decide about reports.
CREATE TABLE moderator (
    user_id    BIGINT NOT NULL PRIMARY KEY,
    granted_by BIGINT NOT NULL, -- 0 for an operator at the command line
    granted_at BIGINT NOT NULL  -- milliseconds since 1970
);
