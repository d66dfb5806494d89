package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.tweet.EditCodec;
import social.roost.tweet.EntitiesCodec;
import social.roost.tweet.Revision;
import social.roost.tweet.Tweet;
import social.roost.tweet.text.Entities;

/**
 * The columns of {@code tweet} that an edit writes. All of them are written conditionally, and only these: so neither
 * order nor clocks decide whether the text as it was posted or an edited one is the current one.
 */
final class EditRows {
    private static final String UNCHANGED = " IF author_id = ? AND edit = ? AND deletion = null AND buried = null";

    private final CassandraCluster cassandra;
    private final PreparedStatement select;
    private final PreparedStatement edit;
    private final PreparedStatement fence;
    private final PreparedStatement eraseEdits;
    private final PreparedStatement eraseOriginal;

    EditRows(CassandraCluster cassandra) {
        this.cassandra = cassandra;
        select = cassandra.prepare(
                "SELECT " + TweetRows.COLUMNS + ", deletion, buried, edit, edits FROM tweet WHERE id = ?");
        edit = cassandra.prepare("UPDATE tweet SET edit = ?, edited = ?, edits[?] = ? WHERE id = ?" + UNCHANGED);
        fence = cassandra.prepare("UPDATE tweet SET edit = ? WHERE id = ?" + UNCHANGED);
        eraseEdits = cassandra.prepare("UPDATE tweet SET edits = null WHERE id = ? IF deletion = ?");
        eraseOriginal = cassandra.prepare(
                "UPDATE tweet USING TIMESTAMP ? SET content = '', entities = ?, content_warning = null WHERE id = ?");
    }

    /**
     * Replaces the text.
     *
     * @param attempt names this edit; repeating it changes nothing
     * @return false if the tweet has another edition, is deleted, or {@link #fence} was faster
     */
    boolean edit(Tweet edited, long attempt) {
        Row current = settled(edited.id());
        int number = edited.edition().number();
        if (current == null || TweetRows.tweet(current).edition().number() != number - 1) {
            return false;
        }
        String text = EditCodec.encode(edited);
        Row row = cassandra.writeIf(CassandraCluster.bind(
                edit, attempt, text, number, text, edited.id(), edited.authorId(), current.get("edit", Long.class)));
        return row.getBoolean("[applied]") || row.getLong("edit") == attempt;
    }

    /** Prevents an edit that has not taken place yet; one that has remains. */
    void fence(long tweetId, long attempt) {
        Row row = settled(tweetId);
        while (row != null && !Objects.equals(row.get("edit", Long.class), attempt)) {
            Long before = row.get("edit", Long.class);
            Row written = cassandra.writeIf(
                    CassandraCluster.bind(fence, attempt(), tweetId, row.getLong("author_id"), before));
            if (written.getBoolean("[applied]")) {
                return;
            }
            row = settled(tweetId);
        }
    }

    /** A name for an edit. */
    static long attempt() {
        return ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    }

    /** The row of a tweet that is not deleted, after completing any partial change. */
    private @Nullable Row settled(long tweetId) {
        Row row = cassandra.readOne(select.bind(tweetId).setConsistencyLevel(ConsistencyLevel.SERIAL));
        return row != null && TweetRows.isStored(row) && row.isNull("deletion") ? row : null;
    }

    List<Revision> revisions(long tweetId) {
        Row row = cassandra.readOne(select.bind(tweetId));
        if (row == null || !TweetRows.isStored(row) || !row.isNull("deletion")) {
            return List.of();
        }
        List<Revision> revisions = new ArrayList<>();
        revisions.add(Revision.of(TweetRows.posted(row)));
        new TreeMap<>(edits(row)).values().forEach(text -> revisions.add(EditCodec.revision(text)));
        return revisions;
    }

    private static Map<Integer, String> edits(Row row) {
        return Objects.requireNonNull(row.getMap("edits", Integer.class, String.class));
    }

    /**
     * Removes the texts of earlier versions of a deleted tweet; no edit can follow.
     *
     * @param deletion the attempt that deleted it
     */
    void erase(long tweetId, long deletion) {
        Row row = cassandra.readOne(select.bind(tweetId));
        if (row != null && !row.isNull("edited")) {
            var _ = cassandra.writeIf(eraseEdits.bind(tweetId, deletion));
            cassandra.write(
                    eraseOriginal.bind(TweetRows.timestamp(tweetId) + 1, EntitiesCodec.encode(Entities.NONE), tweetId));
        }
    }
}
