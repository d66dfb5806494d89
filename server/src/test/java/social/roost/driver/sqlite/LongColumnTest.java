package social.roost.driver.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.driver.sql.LongColumn;

class LongColumnTest {
    @TempDir
    Path folder;

    @Test
    void numbersAreReadInOrderAndTheQueryIsClosed() {
        AtomicInteger closed = new AtomicInteger();
        try (SqliteDatabase database = SqliteDatabase.open(folder.resolve("roost.db"), SqliteSettings.defaults())) {
            long[] numbers = database.read(handle -> {
                Query query = handle.createQuery(
                        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100) SELECT i FROM n");
                query.getContext().addCleanable(closed::incrementAndGet);
                long[] column = LongColumn.read(query);
                assertThat(closed).as("times closed").hasValue(1);
                return column;
            });
            assertThat(numbers).hasSize(100).startsWith(1, 2, 3).endsWith(99, 100);
        }
    }
}
