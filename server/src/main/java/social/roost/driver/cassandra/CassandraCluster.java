package social.roost.driver.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import social.roost.base.UnavailableException;
import social.roost.driver.CallSettings;
import social.roost.driver.Guard;

/**
 * A keyspace of a Cassandra cluster. Reads and writes use a quorum of the replicas, so that a read sees every write
 * that returned, and a coordinator that is a replica.
 *
 * <p>Every call throws {@link UnavailableException} if Cassandra is unavailable; a write may then have been stored, or
 * be stored later.
 */
public final class CassandraCluster implements AutoCloseable {
    private static final int PAGE = 500;

    private final CqlSession session;
    private final Guard guard;

    CassandraCluster(CqlSession session, Guard guard) {
        this.session = session;
        this.guard = guard;
    }

    /**
     * Connects, and migrates the keyspace to the newest version of its tables.
     *
     * @param parts of the keyspace, each migrated to its newest version
     * @throws UnavailableException if no node responds
     */
    public static CassandraCluster open(CassandraSettings settings, CallSettings calls, List<SchemaPart> parts) {
        CqlSession session = CassandraConnector.connect(settings, calls);
        try {
            CassandraSchema schema = new CassandraSchema(session, settings);
            parts.forEach(schema::bringTo);
            return new CassandraCluster(
                    session, new Guard(CassandraConnector.DEPENDENCY, calls, CassandraConnector::isOutage));
        } catch (RuntimeException e) {
            session.close();
            throw CassandraConnector.isOutage(e) ? new UnavailableException(CassandraConnector.DEPENDENCY, e) : e;
        }
    }

    public PreparedStatement prepare(String cql) {
        return guard.repeatable("prepare", () -> session.prepare(cql));
    }

    /** Binds values, some of which may be null. */
    public static BoundStatement bind(PreparedStatement statement, @Nullable Object... values) {
        return statement.bind(values);
    }

    /**
     * Binds the values of a row that is new. Those that are null stay unset, because writing null stores a tombstone,
     * which each read of the row would have to skip.
     */
    public static BoundStatement bindNew(PreparedStatement insert, @Nullable Object... values) {
        BoundStatement bound = insert.bind(values);
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                bound = bound.unset(i);
            }
        }
        return bound;
    }

    /**
     * Reads one row; null if there is none.
     *
     * @param statement selects at most one row
     */
    public @Nullable Row readOne(Statement<?> statement) {
        return guard.repeatable(
                "read", () -> session.execute(statement.setIdempotent(true)).one());
    }

    /** Makes an idempotent write: it contains its values and their timestamp. */
    public void write(Statement<?> statement) {
        var _ = guard.repeatable("write", () -> session.execute(statement.setIdempotent(true)));
    }

    /**
     * Makes a conditional write, once or, after a failure, several times. So the condition must no longer hold after
     * the write, and the caller must recognize its own write in the returned row.
     *
     * @return the column {@code [applied]} and, if the condition did not hold, the values it is about
     */
    public Row writeIf(Statement<?> statement) {
        return guard.repeatable("write if", () -> {
            Row row = session.execute(statement.setIdempotent(false)).one();
            if (row == null) {
                throw new IllegalArgumentException("A statement without a condition");
            }
            return row;
        });
    }

    /**
     * Makes many reads or idempotent writes, with a limit on those in flight.
     *
     * @param statements called for the next one when there is capacity, so that it may depend on rows received before
     * @param rows receives the rows of each statement in order, on the calling thread
     */
    public void forEach(int count, IntFunction<? extends Statement<?>> statements, RowTaker rows) {
        StatementWindow window = new StatementWindow(session, count, statements, rows);
        guard.repeatable("many", () -> {
            window.run();
            return null;
        });
    }

    /** Reads any number of rows, a page at a time, on the calling thread, which may take its time for each. */
    public void forEachPage(BoundStatement statement, Consumer<List<Row>> pages) {
        ByteBuffer next = null;
        do {
            BoundStatement page =
                    statement.setIdempotent(true).setPageSize(PAGE).setPagingState(next);
            ResultSet answer = guard.repeatable("read page", () -> session.execute(page));
            next = answer.getExecutionInfo().getPagingState();
            List<Row> rows = new ArrayList<>(PAGE);
            while (answer.getAvailableWithoutFetching() > 0) {
                rows.add(answer.one());
            }
            pages.accept(rows);
        } while (next != null);
    }

    /** The guard of all calls to Cassandra. */
    public Guard guard() {
        return guard;
    }

    @Override
    public void close() {
        session.close();
    }

    /** Receives the rows of one of many statements. */
    @FunctionalInterface
    public interface RowTaker {
        void take(int index, List<Row> rows);
    }
}
