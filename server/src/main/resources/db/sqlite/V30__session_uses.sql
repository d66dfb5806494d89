ALTER TABLE session ADD COLUMN used_at BIGINT; -- milliseconds since 1970; null until it is recorded
