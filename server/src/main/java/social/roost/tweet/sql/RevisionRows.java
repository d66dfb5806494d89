package social.roost.tweet.sql;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.roost.tweet.Edition;
import social.roost.tweet.EntitiesCodec;
import social.roost.tweet.Revision;
import social.roost.tweet.Tweet;

/** The rows of {@code tweet_revision}, and the row of {@code tweet} that has the current version. */
final class RevisionRows {
    private RevisionRows() {}

    /** Returns false if the tweet has another edition, is deleted or does not exist. */
    static boolean edit(Handle handle, Tweet edited) {
        Tweet current = current(handle, edited.id());
        if (current == null || current.edition().number() != edited.edition().number() - 1) {
            return false;
        }
        insert(handle, current.id(), Revision.of(current));
        Edition edition = edited.edition();
        int _ = handle.execute(
                """
                UPDATE tweet SET content = ?, entities = ?, sensitive = ?, content_warning = ?, language = ?,
                    edits = ?, edited_at = ?, former_mentions = ?
                WHERE id = ?""",
                edited.content(),
                EntitiesCodec.encode(edited.entities()),
                edited.labels().sensitive(),
                edited.labels().contentWarning(),
                edited.labels().language(),
                edition.number(),
                edition.at(),
                edition.formerMentions().isEmpty() ? null : String.join(" ", edition.formerMentions()),
                edited.id());
        return true;
    }

    private static void insert(Handle handle, long tweetId, Revision revision) {
        int _ = handle.execute(
                """
                INSERT INTO tweet_revision (tweet_id, number, content, sensitive, content_warning, since)
                VALUES (?, ?, ?, ?, ?, ?)""",
                tweetId,
                revision.number(),
                revision.content(),
                revision.sensitive(),
                revision.contentWarning(),
                revision.at());
    }

    static List<Revision> all(Handle handle, long tweetId) {
        Tweet current = current(handle, tweetId);
        if (current == null) {
            return List.of();
        }
        List<Revision> revisions = new ArrayList<>();
        if (!current.edition().isFirst()) {
            revisions.addAll(handle.createQuery("""
                            SELECT number, content, sensitive, content_warning, since FROM tweet_revision
                            WHERE tweet_id = ? ORDER BY number""")
                    .bind(0, tweetId)
                    .map((row, _) -> new Revision(
                            row.getInt(1), row.getString(2), row.getBoolean(3), row.getString(4), row.getLong(5)))
                    .list());
        }
        revisions.add(Revision.of(current));
        return revisions;
    }

    static void delete(Handle handle, long tweetId) {
        int _ = handle.execute("DELETE FROM tweet_revision WHERE tweet_id = ?", tweetId);
    }

    private static @Nullable Tweet current(Handle handle, long tweetId) {
        return handle.createQuery("SELECT " + TweetRow.COLUMNS + " FROM tweet WHERE id = ? AND deleted_at IS NULL")
                .bind(0, tweetId)
                .map((row, _) -> TweetRow.read(row))
                .findOne()
                .orElse(null);
    }
}
