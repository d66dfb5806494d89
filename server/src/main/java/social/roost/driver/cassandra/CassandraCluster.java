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
 * A keyspace of a Cassandra cluster. Reads and writes ask a quorum of the copies, so that a read sees every write that
 * returned, and ask a node that holds one.
 *
 * <p>Every call throws {@link UnavailableException} when Cassandra is not well; what was to be written may then be written,
 * even later.
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
     * Connects, and brings the keyspace to the newest version of its tables.
     *
     * @param parts of the keyspace, each brought to its newest version
     * @throws UnavailableException when no node answers
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

    /** Binds values some of which may be null. */
    public static BoundStatement bind(PreparedStatement statement, @Nullable Object... values) {
        return statement.bind(values);
    }

    /**
     * Reads one row; null when there is none.
     *
     * @param statement selects one row at most
     */
    public @Nullable Row readOne(Statement<?> statement) {
        return guard.repeatable(
                "read", () -> session.execute(statement.setIdempotent(true)).one());
    }

    /** Writes what may be written twice: it gives values, and the time they are as of. */
    public void write(Statement<?> statement) {
        var _ = guard.repeatable("write", () -> session.execute(statement.setIdempotent(true)));
    }

    /**
     * Writes on a condition, once or, after a failure, more often: so the condition must not hold any more after the write,
     * and the caller must know own writes again in the row that is returned.
     *
     * @return its column {@code [applied]}, and the values that the condition is about when it did not hold
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
     * Reads or writes many at once, a bounded number in flight; they may be repeated.
     *
     * @param statements asked for the next one when there is room for it, so that it may depend on rows already taken
     * @param rows takes those of each statement in their order, from the calling thread
     */
    public void forEach(int count, IntFunction<? extends Statement<?>> statements, RowTaker rows) {
        StatementWindow window = new StatementWindow(session, count, statements, rows);
        guard.repeatable("many", () -> {
            window.run();
            return null;
        });
    }

    /** Reads any number of rows, a page at a time, from the calling thread, which may take its time over each. */
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

    /** How Cassandra is called, and how it is doing. */
    public Guard guard() {
        return guard;
    }

    @Override
    public void close() {
        session.close();
    }

    /** Takes the rows of one of many statements. */
    @FunctionalInterface
    public interface RowTaker {
        void take(int index, List<Row> rows);
    }
}
