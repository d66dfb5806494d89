package social.roost.driver.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All rows of a database as text, by table, except events, which are removed once they are processed. */
public final class DumpedTables {
    private DumpedTables() {}

    public static Map<String, List<String>> of(Path file) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            List<String> names = rows(statement, "SELECT name FROM sqlite_schema WHERE type = 'table'");
            for (String name : names) {
                if (!name.startsWith("event")) {
                    tables.put(name, rows(statement, "SELECT * FROM \"" + name + "\""));
                }
            }
        }
        return tables;
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(result.getString(i));
                }
                rows.add(String.join("|", row.stream().map(String::valueOf).toList()));
            }
        }
        Collections.sort(rows);
        return rows;
    }
}
