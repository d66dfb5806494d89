package social.roost.driver.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.Together;
import social.roost.driver.NewerSchemaException;

@Tag("stack")
@Timeout(240)
class CassandraSchemaTest {
    private static final List<String> FIRST = List.of("CREATE TABLE IF NOT EXISTS one (id int PRIMARY KEY)");
    private static final List<String> SECOND = List.of(FIRST.getFirst(), "ALTER TABLE one ADD IF NOT EXISTS name text");

    private final CassandraSettings settings = CassandraStage.settings(CassandraStage.newKeyspace());

    @AfterEach
    void drop() {
        try (CqlSession session = CassandraConnector.connect(settings, CassandraStage.calls())) {
            session.execute("DROP KEYSPACE " + settings.keyspace());
        }
    }

    @Test
    void manyProcessesThatStartAtOnceMakeItTogether() throws Exception {
        Together.call(4, _ -> columnsAfter(FIRST))
                .forEach(columns -> assertThat(columns).isEqualTo(1));
        Together.call(2, _ -> columnsAfter(SECOND))
                .forEach(columns -> assertThat(columns).isEqualTo(2));
        assertThatThrownBy(() -> columnsAfter(FIRST))
                .as("an older program (CASES D-10)")
                .isInstanceOf(NewerSchemaException.class)
                .hasMessageContaining("version 2");
    }

    private int columnsAfter(List<String> changes) {
        try (CqlSession session = CassandraConnector.connect(settings, CassandraStage.calls())) {
            new CassandraSchema(session, settings).bringTo(new SchemaPart("version", changes));
            return session.execute("SELECT * FROM one").getColumnDefinitions().size();
        }
    }
}
