package social.roost.driver.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;
import social.roost.driver.cassandra.CassandraCluster.RowTaker;

/**
 * Runs many statements, {@link #IN_FLIGHT} at a time. After a failure it can be run again and continues with the first
 * one whose rows were not received.
 */
final class StatementWindow {
    private static final int IN_FLIGHT = 64;

    private final CqlSession session;
    private final int count;
    private final IntFunction<? extends Statement<?>> statements;
    private final RowTaker rows;
    private int taken;

    StatementWindow(CqlSession session, int count, IntFunction<? extends Statement<?>> statements, RowTaker rows) {
        this.session = session;
        this.count = count;
        this.statements = statements;
        this.rows = rows;
    }

    void run() {
        Queue<CompletableFuture<List<Row>>> inFlight = new ArrayDeque<>(IN_FLIGHT);
        while (taken < count) {
            while (inFlight.size() < IN_FLIGHT && taken + inFlight.size() < count) {
                inFlight.add(send(statements.apply(taken + inFlight.size())));
            }
            rows.take(taken, arrived(inFlight.remove()));
            taken++;
        }
    }

    /** Unless the statement is marked as not idempotent, it may be in flight twice at the same time. */
    private CompletableFuture<List<Row>> send(Statement<?> statement) {
        boolean idempotent = !Boolean.FALSE.equals(statement.isIdempotent());
        return session.executeAsync(statement.setIdempotent(idempotent))
                .thenCompose(page -> withRest(page, new ArrayList<>()))
                .toCompletableFuture();
    }

    private static CompletionStage<List<Row>> withRest(AsyncResultSet page, List<Row> rows) {
        page.currentPage().forEach(rows::add);
        return page.hasMorePages()
                ? page.fetchNextPage().thenCompose(next -> withRest(next, rows))
                : CompletableFuture.completedFuture(rows);
    }

    private static List<Row> arrived(CompletableFuture<List<Row>> rows) {
        try {
            return rows.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
