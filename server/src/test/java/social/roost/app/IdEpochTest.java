package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Ids count from Twitter's epoch, and data with other ids is rejected (issue 17.10)")
class IdEpochTest {
    @TempDir
    Path data;

    @Test
    void idsHaveNineteenDigitsFromTheFirstDay() {
        try (LocalServer roost = new LocalServer(data)) {
            String alice = roost.register("alice");
            assertThat(alice).hasSize(19);
            assertThat(roost.post(roost.token(alice), "hello")).hasSize(19);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE FROM metadata", "UPDATE metadata SET value = '2020-01-01T00:00:00Z'"})
    void dataWithIdsOfAnotherEpochIsRejected(String change) throws SQLException {
        try (LocalServer roost = new LocalServer(data)) {
            roost.register("alice");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("roost.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(change + " WHERE name = 'id-epoch'"))
                    .isEqualTo(1);
        }
        assertThatThrownBy(() -> new LocalServer(data).close())
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("count from 2020-01-01T00:00:00Z", "2010-11-04T01:42:54.657Z")
                .hasMessageContaining("start with an empty data folder");
    }
}
