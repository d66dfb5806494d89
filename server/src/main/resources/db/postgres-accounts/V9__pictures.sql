-- Avatars and headers: the medium, its blurhash and its sizes. The columns with URLs are not used any more.
ALTER TABLE account ADD COLUMN avatar TEXT;
ALTER TABLE account ADD COLUMN header TEXT;
