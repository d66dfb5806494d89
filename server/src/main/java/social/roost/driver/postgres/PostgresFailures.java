package social.roost.driver.postgres;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.roost.base.UnavailableException;

/** Classifies failed calls. */
final class PostgresFailures {
    private static final String CONNECTION = "08";
    private static final String DEADLOCK = "40P01";
    private static final String SERIALIZATION = "40001";

    /**
     * The server is stopping or starting, has no free connection, did not finish within the deadline, or rejects the
     * password, which may be changing.
     */
    private static final Set<String> NOT_WELL = Set.of("57P01", "57P02", "57P03", "53300", "57014", "28000", "28P01");

    private PostgresFailures() {}

    /** Whether the server is unavailable, rather than rejects the request. */
    static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof SQLTransientConnectionException
                    || cause instanceof UnavailableException
                    || (cause instanceof SQLException sql && isOutage(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(@Nullable String state) {
        return state != null && (state.startsWith(CONNECTION) || NOT_WELL.contains(state));
    }

    /** Whether an established connection was lost, so that others of the same age probably are lost too. */
    static boolean isBrokenConnection(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return false;
            }
            if (cause instanceof IOException
                    || (cause instanceof SQLException sql
                            && sql.getSQLState() != null
                            && sql.getSQLState().startsWith(CONNECTION))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the transaction only conflicted with another one. */
    static boolean isConflict(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (DEADLOCK.equals(sql.getSQLState()) || SERIALIZATION.equals(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
