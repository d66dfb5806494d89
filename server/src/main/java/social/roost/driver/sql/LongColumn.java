package social.roost.driver.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jdbi.v3.core.statement.Query;

/** Reads a query's first column as numbers, without boxing them. */
public final class LongColumn {
    private LongColumn() {}

    /** Closes the query, which a scan leaves open. */
    public static long[] read(Query query) {
        try (query) {
            return query.scanResultSet((results, _) -> {
                try (ResultSet rows = results.get()) {
                    return read(rows);
                }
            });
        }
    }

    public static long[] read(ResultSet rows) throws SQLException {
        long[] values = new long[16];
        int count = 0;
        while (rows.next()) {
            if (count == values.length) {
                values = Arrays.copyOf(values, count * 2);
            }
            values[count++] = rows.getLong(1);
        }
        return Arrays.copyOf(values, count);
    }
}
