package social.roost.driver.sqlite;

import java.util.Arrays;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Classifies failed calls. */
final class SqliteFailures {
    private static final Set<SQLiteErrorCode> NO_READING =
            Set.of(SQLiteErrorCode.SQLITE_IOERR, SQLiteErrorCode.SQLITE_CANTOPEN);
    private static final Set<SQLiteErrorCode> NO_WRITING = Set.of(
            SQLiteErrorCode.SQLITE_FULL,
            SQLiteErrorCode.SQLITE_IOERR,
            SQLiteErrorCode.SQLITE_CANTOPEN,
            SQLiteErrorCode.SQLITE_READONLY);

    private SqliteFailures() {}

    /** Whether a read failed because of the disk, rather than because of the query. */
    static boolean isOutageOfReading(Throwable failure) {
        return is(NO_READING, failure);
    }

    /** Whether a write failed because the disk is full, read-only or broken, rather than because of its content. */
    static boolean isOutageOfWriting(Throwable failure) {
        return is(NO_WRITING, failure);
    }

    /** If SQLite rolled back the whole transaction, the reason is attached to the failure of the partial rollback. */
    private static boolean is(Set<SQLiteErrorCode> codes, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if ((cause instanceof SQLiteException sqlite && codes.contains(primary(sqlite)))
                    || Arrays.stream(cause.getSuppressed()).anyMatch(beside -> is(codes, beside))) {
                return true;
            }
        }
        return false;
    }

    /** SQLite's message, in one line. */
    static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        Throwable[] beside = cause.getSuppressed();
        return beside.length > 0 && is(NO_WRITING, beside[0])
                ? reason(beside[0])
                : String.valueOf(cause.getMessage()).strip();
    }

    /** The lowest eight bits of a code; the others are details. */
    private static SQLiteErrorCode primary(SQLiteException failure) {
        return SQLiteErrorCode.getErrorCode(failure.getResultCode().code & 0xFF);
    }
}
