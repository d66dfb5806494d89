package social.roost.tweet.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.roost.tweet.Edition;
import social.roost.tweet.EntitiesCodec;
import social.roost.tweet.Labels;
import social.roost.tweet.MediaIdsCodec;
import social.roost.tweet.PollCodec;
import social.roost.tweet.References;
import social.roost.tweet.ReplyRule;
import social.roost.tweet.Tweet;
import social.roost.tweet.Visibility;

/** A row of {@code tweet}. */
final class TweetRow {
    private static final String POSTED = "id, author_id, content, entities, reply_to_id, reply_to_user_id, quote_of_id,"
            + " retweet_of_id, conversation_id, visibility, media_ids, sensitive, content_warning, language, replies,"
            + " poll";

    static final String COLUMNS = POSTED + ", edits, edited_at, former_mentions";

    private TweetRow() {}

    static Tweet read(ResultSet row) throws SQLException {
        return new Tweet(
                row.getLong("id"),
                row.getLong("author_id"),
                row.getString("content"),
                EntitiesCodec.decode(row.getString("entities")),
                references(row),
                row.getLong("conversation_id"),
                Visibility.stored(row.getString("visibility")),
                MediaIdsCodec.decode(row.getString("media_ids")),
                Labels.of(
                        row.getBoolean("sensitive"),
                        row.getString("content_warning"),
                        row.getString("language"),
                        ReplyRule.stored(row.getString("replies"))),
                PollCodec.decode(row.getString("poll")),
                edition(row));
    }

    private static Edition edition(ResultSet row) throws SQLException {
        int edits = row.getInt("edits");
        if (edits == 0) {
            return Edition.FIRST;
        }
        String former = row.getString("former_mentions");
        return new Edition(
                edits, row.getLong("edited_at"), former == null ? List.of() : List.of(former.split(" ", -1)));
    }

    static References references(ResultSet row) throws SQLException {
        return new References(
                id(row, "reply_to_id"), id(row, "reply_to_user_id"), id(row, "quote_of_id"), id(row, "retweet_of_id"));
    }

    static void insert(Handle handle, Tweet tweet) {
        References references = tweet.references();
        handle.execute(
                "INSERT INTO tweet (" + POSTED + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tweet.id(),
                tweet.authorId(),
                tweet.content(),
                EntitiesCodec.encode(tweet.entities()),
                references.replyToId(),
                references.replyToUserId(),
                references.quoteOfId(),
                references.retweetOfId(),
                tweet.conversationId(),
                tweet.visibility().text(),
                MediaIdsCodec.encode(tweet.mediaIds()),
                tweet.labels().sensitive(),
                tweet.labels().contentWarning(),
                tweet.labels().language(),
                text(tweet.labels().replies()),
                PollCodec.encode(tweet.poll()));
    }

    private static @Nullable String text(@Nullable ReplyRule rule) {
        return rule == null ? null : rule.text();
    }

    private static @Nullable Long id(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
