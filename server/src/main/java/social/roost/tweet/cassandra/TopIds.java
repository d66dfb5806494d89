package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.LongStream;

/** The greatest or lowest ids found so far; the head of the queue is the worst of them. */
record TopIds(int limit, PriorityQueue<Long> ids) {

    static TopIds greatest(int limit) {
        return new TopIds(limit, new PriorityQueue<>());
    }

    static TopIds lowest(int limit) {
        return new TopIds(limit, new PriorityQueue<>(Comparator.reverseOrder()));
    }

    boolean isFull() {
        return ids.size() >= limit;
    }

    long worstOr(long bound) {
        return isFull() ? ids.element() : bound;
    }

    /** Adds rows whose first column is an id. */
    void addAll(List<Row> rows) {
        for (Row row : rows) {
            ids.add(row.getLong(0));
            if (ids.size() > limit) {
                ids.remove();
            }
        }
    }

    long[] rising() {
        return ids.stream().mapToLong(id -> id).sorted().toArray();
    }

    long[] falling() {
        return LongStream.of(rising()).map(id -> -id).sorted().map(id -> -id).toArray();
    }
}
