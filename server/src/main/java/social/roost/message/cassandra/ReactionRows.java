package social.roost.message.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.message.Reaction;

/** The rows of {@code message_reaction}. */
final class ReactionRows {
    private static final String SEPARATOR = "\n";

    private final CassandraCluster cassandra;
    private final PreparedStatement select;
    private final PreparedStatement update;
    private final PreparedStatement selectRange;

    ReactionRows(CassandraCluster cassandra) {
        this.cassandra = cassandra;
        String key = " WHERE conversation_id = ? AND bucket = ? AND seq = ? AND user_id = ?";
        select = cassandra.prepare("SELECT emoji FROM message_reaction" + key);
        update = cassandra.prepare("UPDATE message_reaction SET emoji = ?" + key + " IF emoji = ?");
        selectRange = cassandra.prepare("SELECT seq, user_id, emoji FROM message_reaction"
                + " WHERE conversation_id = ? AND bucket = ? AND seq >= ? AND seq <= ?");
    }

    /** Those of a user to a message, after completing any change that is under way. */
    Given find(long conversationId, long seq, long userId) {
        Row row = cassandra.readOne(
                select.bind(conversationId, Bucket.of(seq), seq, userId).setConsistencyLevel(ConsistencyLevel.SERIAL));
        return new Given(conversationId, seq, userId, row == null ? null : row.getString("emoji"));
    }

    /** False if they were changed meanwhile. */
    boolean change(Given given, SortedSet<String> emoji) {
        String text = String.join(SEPARATOR, emoji);
        Row row = cassandra.writeIf(CassandraCluster.bind(
                update,
                text,
                given.conversationId(),
                Bucket.of(given.seq()),
                given.seq(),
                given.userId(),
                given.text()));
        return row.getBoolean("[applied]")
                || (row.getColumnDefinitions().contains("emoji") && text.equals(row.getString("emoji")));
    }

    /** From one message to another, in order. */
    List<Reaction> between(long conversationId, long first, long last) {
        List<Reaction> found = new ArrayList<>();
        long[] buckets =
                LongStream.rangeClosed(Bucket.of(first), Bucket.of(last)).toArray();
        cassandra.forEach(
                buckets.length,
                i -> selectRange.bind(conversationId, buckets[i], first, last),
                (_, rows) -> rows.forEach(row -> emoji(row.getString("emoji"))
                        .forEach(emoji -> found.add(new Reaction(row.getLong("seq"), row.getLong("user_id"), emoji)))));
        return found;
    }

    private static SortedSet<String> emoji(@Nullable String text) {
        return text == null || text.isEmpty()
                ? new TreeSet<>()
                : new TreeSet<>(Arrays.asList(text.split(SEPARATOR, -1)));
    }

    /**
     * A user's reactions to a message.
     *
     * @param text as they are stored, null if there never were any
     */
    record Given(
            long conversationId,
            long seq,
            long userId,
            @Nullable String text) {
        SortedSet<String> emoji() {
            return ReactionRows.emoji(text);
        }
    }
}
