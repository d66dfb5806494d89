package social.roost.loadgen;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Collectors;

/** SQLite's full-text search, which knows words between spaces only. */
final class FtsBaseline implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement latest;
    private final PreparedStatement relevant;

    FtsBaseline(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("CREATE VIRTUAL TABLE tweet USING fts5(text, content = '')");
        }
        connection.setAutoCommit(false);
        insert = connection.prepareStatement("INSERT INTO tweet (rowid, text) VALUES (?, ?)");
        latest = connection.prepareStatement("SELECT rowid FROM tweet WHERE tweet MATCH ? ORDER BY rowid DESC LIMIT ?");
        relevant = connection.prepareStatement("SELECT rowid FROM tweet WHERE tweet MATCH ? ORDER BY rank LIMIT ?");
    }

    void add(long id, String text) throws SQLException {
        insert.setLong(1, id);
        insert.setString(2, text);
        int _ = insert.executeUpdate();
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** Returns the number of hits. */
    int search(String text, boolean newest, int limit) throws SQLException {
        PreparedStatement query = newest ? latest : relevant;
        query.setString(1, text.startsWith("\"") ? text : quoted(text));
        query.setInt(2, limit);
        int count = 0;
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                count++;
            }
        }
        return count;
    }

    private static String quoted(String words) {
        return Arrays.stream(words.split(" ", -1))
                .map(word -> "\"" + word + "\"")
                .collect(Collectors.joining(" "));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
