package social.roost.driver.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Caches the most recently used prepared statements of a connection, because SQLite's driver compiles a statement each
 * time it is prepared. A statement in use is not in the cache, so nested use of the same SQL is safe.
 */
final class CachingStatementBuilder extends DefaultStatementBuilder {
    private static final int CAPACITY = 256;

    /** In order of last use: each use takes a statement out and puts it back at the end. */
    private final LinkedHashMap<String, PreparedStatement> idle = new LinkedHashMap<>();

    /** The SQL of the cacheable statements, whether idle or in use. */
    private final IdentityHashMap<Statement, String> sources = new IdentityHashMap<>();

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        if (context.isReturningGeneratedKeys() || context.isConcurrentUpdatable()) {
            return super.create(connection, sql, context);
        }
        PreparedStatement statement = idle.remove(sql);
        if (statement == null) {
            statement = super.create(connection, sql, context);
            sources.put(statement, sql);
        }
        return statement;
    }

    @Override
    public void close(Connection connection, String sql, @Nullable Statement statement) throws SQLException {
        String source = sources.get(statement);
        if (source == null || !(statement instanceof PreparedStatement prepared)) {
            super.close(connection, sql, statement);
            return;
        }
        if (prepared.getMaxRows() != 0 || prepared.getQueryTimeout() != 0) {
            discard(prepared);
            return;
        }
        prepared.clearParameters();
        keep(source, prepared);
    }

    private void keep(String source, PreparedStatement statement) throws SQLException {
        PreparedStatement replaced = idle.put(source, statement);
        if (replaced != null) {
            discard(replaced);
        } else if (idle.size() > CAPACITY) {
            discard(idle.pollFirstEntry().getValue());
        }
    }

    private void discard(PreparedStatement statement) throws SQLException {
        sources.remove(statement);
        statement.close();
    }
}
