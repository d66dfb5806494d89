package social.roost.message.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.message.MessageStore.Range;

/**
 * Reads ranges of messages without those that a user deleted for themselves, all ranges at once: a page of each, then
 * what is hidden in it, and so on while a range has more and too little was found.
 */
final class RangeReads<T> {
    private static final int LARGEST_PAGE = 500;

    private final CassandraCluster cassandra;
    private final HiddenRows hidden;
    private final PreparedStatement select;
    private final boolean down;
    private final Function<Row, @Nullable T> value;

    /**
     * @param columns among which is {@code seq}
     * @param down whether the newest messages are read, newest first; otherwise the oldest, oldest first
     * @param value of a row, null to skip it
     */
    RangeReads(
            CassandraCluster cassandra,
            HiddenRows hidden,
            String columns,
            boolean down,
            Function<Row, @Nullable T> value) {
        this.cassandra = cassandra;
        this.hidden = hidden;
        this.down = down;
        this.value = value;
        select = cassandra.prepare("SELECT " + columns + " FROM message"
                + " WHERE conversation_id = ? AND bucket = ? AND seq >= ? AND seq <= ? ORDER BY seq "
                + (down ? "DESC" : "ASC") + " LIMIT ?");
    }

    /**
     * By conversation.
     *
     * @param ranges of existing messages
     */
    Map<Long, List<T>> read(List<Range> ranges, long userId, int limit) {
        List<Part> parts = ranges.stream().map(range -> new Part(range, limit)).toList();
        for (List<Part> open = open(parts); !open.isEmpty(); open = open(parts)) {
            readPages(open, userId);
        }
        Map<Long, List<T>> found = HashMap.newHashMap(parts.size());
        parts.forEach(part -> found.put(part.conversationId, part.found));
        return found;
    }

    private List<Part> open(List<Part> parts) {
        return parts.stream().filter(Part::isOpen).toList();
    }

    private void readPages(List<Part> open, long userId) {
        List<Part> withRows = new ArrayList<>();
        cassandra.forEach(open.size(), i -> open.get(i).page(), (i, rows) -> {
            if (open.get(i).take(rows)) {
                withRows.add(open.get(i));
            }
        });
        cassandra.forEach(
                withRows.size(),
                i -> withRows.get(i).hidden(userId),
                (i, rows) -> withRows.get(i).keep(rows));
    }

    /** What is read of one range. */
    private final class Part {
        private final long conversationId;
        private final int limit;
        private final List<T> found = new ArrayList<>();

        /** What remains to be read. */
        private long first;

        private long last;
        private int size;
        private List<Row> page = List.of();

        Part(Range range, int limit) {
            conversationId = range.conversationId();
            this.limit = limit;
            first = Math.max(1, range.after() + 1);
            last = range.before() - 1;
            size = Math.min(limit, LARGEST_PAGE);
        }

        boolean isOpen() {
            return first <= last && found.size() < limit;
        }

        BoundStatement page() {
            long bucket = Bucket.of(down ? last : first);
            return select.bind(
                    conversationId,
                    bucket,
                    Math.max(first, Bucket.first(bucket)),
                    Math.min(last, Bucket.last(bucket)),
                    size);
        }

        /** Advances; false if there were no rows. */
        boolean take(List<Row> rows) {
            page = rows;
            boolean full = rows.size() == size;
            long end = rows.isEmpty() ? 0 : rows.getLast().getLong("seq");
            if (down) {
                last = full ? end - 1 : Bucket.first(Bucket.of(last)) - 1;
            } else {
                first = full ? end + 1 : Bucket.last(Bucket.of(first)) + 1;
            }
            size = Math.min(2 * size, LARGEST_PAGE);
            return !rows.isEmpty();
        }

        BoundStatement hidden(long userId) {
            long one = page.getFirst().getLong("seq");
            long other = page.getLast().getLong("seq");
            return hidden.select(userId, conversationId, Math.min(one, other), Math.max(one, other));
        }

        void keep(List<Row> hiddenRows) {
            Set<Long> hiddenSeqs = new HashSet<>();
            hiddenRows.forEach(row -> hiddenSeqs.add(row.getLong("seq")));
            for (Row row : page) {
                T read = hiddenSeqs.contains(row.getLong("seq")) ? null : value.apply(row);
                if (read != null && found.size() < limit) {
                    found.add(read);
                }
            }
        }
    }
}
