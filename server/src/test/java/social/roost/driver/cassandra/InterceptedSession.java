package social.roost.driver.cassandra;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.context.DriverContext;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.metadata.Metadata;
import com.datastax.oss.driver.api.core.metrics.Metrics;
import com.datastax.oss.driver.api.core.session.Request;
import com.datastax.oss.driver.api.core.type.reflect.GenericType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A session that runs a test's actions before or after certain statements. */
final class InterceptedSession implements CqlSession {
    private final CqlSession session;
    private final List<Interception> interceptions = new CopyOnWriteArrayList<>();
    private final Set<String> writes = ConcurrentHashMap.newKeySet();

    InterceptedSession(CqlSession session) {
        this.session = session;
    }

    void intercept(boolean before, String part, int times, Runnable action) {
        interceptions.add(new Interception(before, part, new AtomicInteger(times), action));
    }

    /** Cancels all pending actions, and returns the statements since the last call that may have changed something. */
    List<String> clear() {
        interceptions.clear();
        List<String> told = List.copyOf(writes);
        writes.clear();
        return told;
    }

    @Override
    public <R extends Request, T> @Nullable T execute(R request, GenericType<T> type) {
        String cql = cql(request);
        if (!cql.startsWith("SELECT")) {
            writes.add(cql);
        }
        run(cql, true);
        T result = session.execute(request, type);
        run(cql, false);
        return result;
    }

    private void run(String cql, boolean before) {
        for (Interception interception : interceptions) {
            if (interception.before() == before
                    && cql.contains(interception.part())
                    && interception.times().getAndDecrement() > 0) {
                interception.action().run();
            }
        }
    }

    private static String cql(Request request) {
        return switch (request) {
            case SimpleStatement simple -> simple.getQuery();
            case BoundStatement bound -> bound.getPreparedStatement().getQuery();
            case BatchStatement batch ->
                "BATCH "
                        + StreamSupport.stream(batch.spliterator(), false)
                                .map(InterceptedSession::cql)
                                .collect(Collectors.joining("; "));
            default -> "";
        };
    }

    @Override
    public String getName() {
        return session.getName();
    }

    @Override
    public Metadata getMetadata() {
        return session.getMetadata();
    }

    @Override
    public boolean isSchemaMetadataEnabled() {
        return session.isSchemaMetadataEnabled();
    }

    @Override
    public CompletionStage<Metadata> setSchemaMetadataEnabled(@Nullable Boolean value) {
        return session.setSchemaMetadataEnabled(value);
    }

    @Override
    public CompletionStage<Metadata> refreshSchemaAsync() {
        return session.refreshSchemaAsync();
    }

    @Override
    public CompletionStage<Boolean> checkSchemaAgreementAsync() {
        return session.checkSchemaAgreementAsync();
    }

    @Override
    public DriverContext getContext() {
        return session.getContext();
    }

    @Override
    public Optional<CqlIdentifier> getKeyspace() {
        return session.getKeyspace();
    }

    @Override
    public Optional<Metrics> getMetrics() {
        return session.getMetrics();
    }

    @Override
    public CompletionStage<Void> closeFuture() {
        return session.closeFuture();
    }

    @Override
    public CompletionStage<Void> closeAsync() {
        return session.closeAsync();
    }

    @Override
    public CompletionStage<Void> forceCloseAsync() {
        return session.forceCloseAsync();
    }

    private record Interception(boolean before, String part, AtomicInteger times, Runnable action) {}
}
