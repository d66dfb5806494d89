-- When an operator shut the user out, in milliseconds since 1970; NULL for those who may take part.
ALTER TABLE account ADD COLUMN suspended_at BIGINT;
CREATE INDEX account_suspended ON account (id) WHERE suspended_at IS NOT NULL;
