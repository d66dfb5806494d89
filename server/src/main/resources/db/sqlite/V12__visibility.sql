-- Whom the tweet's author lets see it.
ALTER TABLE tweet ADD COLUMN visibility TEXT NOT NULL DEFAULT 'public';
