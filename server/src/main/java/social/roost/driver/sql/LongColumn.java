package social.roost.driver.sql;

import java.sql.ResultSet;
import java.util.Arrays;
import org.jdbi.v3.core.statement.Query;

/** Reads a query's first column as numbers, without boxing them. */
public final class LongColumn {
    private LongColumn() {}

    public static long[] read(Query query) {
        return query.scanResultSet((results, context) -> {
            try (ResultSet rows = results.get()) {
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
        });
    }
}
