package social.roost.search.names.sql;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import social.roost.driver.sql.Database;
import social.roost.driver.sql.IdBatches;
import social.roost.driver.sql.LongColumn;
import social.roost.search.names.Magnitude;
import social.roost.search.names.NameQuery;
import social.roost.search.names.UserNameStore;

/** Parts of names in the table {@code user_name}. */
public final class SqlUserNameStore implements UserNameStore {
    private static final String BEGINNING = ByMagnitude.query("user_id", "user_name", "part");

    /** Of one magnitude, for a query of several words. */
    private static final int LOOKED_AT = 1_000;

    private final Database database;

    public SqlUserNameStore(Database database) {
        this.database = database;
    }

    /** Most events change nothing here, and reading costs less than writing. */
    @Override
    public void put(long userId, Set<String> parts) {
        if (!parts(userId).equals(parts)) {
            boolean _ = database.write(handle -> replace(handle, userId, parts));
        }
    }

    private Set<String> parts(long userId) {
        return database.read(handle -> new HashSet<>(handle.createQuery("SELECT part FROM user_name WHERE user_id = ?")
                .bind(0, userId)
                .mapTo(String.class)
                .list()));
    }

    private static boolean replace(Handle handle, long userId, Set<String> parts) {
        int magnitude = handle.createQuery("SELECT MAX(magnitude) FROM user_name WHERE user_id = ?")
                .bind(0, userId)
                .mapTo(Integer.class)
                .findOne()
                .orElse(Magnitude.SMALLEST);
        int _ = handle.execute("DELETE FROM user_name WHERE user_id = ?", userId);
        if (parts.isEmpty()) {
            return false;
        }
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO user_name (user_id, part, magnitude) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
        parts.forEach(part -> batch.add(userId, part, magnitude));
        return batch.execute().length > 0;
    }

    @Override
    public void rank(long userId, int magnitude) {
        boolean differs = database.read(
                handle -> handle.createQuery("SELECT 1 FROM user_name WHERE user_id = ? AND magnitude <> ? LIMIT 1")
                        .bind(0, userId)
                        .bind(1, magnitude)
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
        if (differs) {
            int _ = database.write(handle ->
                    handle.execute("UPDATE user_name SET magnitude = ? WHERE user_id = ?", magnitude, userId));
        }
    }

    @Override
    public long[] find(String beginning, int offset, int limit) {
        return database.read(handle -> LongColumn.read(
                bind(handle.createQuery(BEGINNING + " LIMIT :limit OFFSET :offset"), beginning, offset + limit)
                        .bind("limit", limit)
                        .bind("offset", offset)));
    }

    @Override
    public long[] findAll(NameQuery words, int limit) {
        StringBuilder sql = new StringBuilder("SELECT user_id FROM (" + BEGINNING + ") AS longest WHERE 1 = 1");
        for (int i = 1; i < words.words().size(); i++) {
            sql.append(" AND EXISTS (SELECT 1 FROM user_name AS other WHERE other.user_id = longest.user_id"
                    + " AND other.part >= :from" + i + " AND other.part < :to" + i + ")");
        }
        sql.append(" LIMIT :limit");
        return database.read(handle -> {
            Query query = bind(handle.createQuery(sql.toString()), words.words().getFirst(), LOOKED_AT);
            for (int i = 1; i < words.words().size(); i++) {
                String word = words.words().get(i);
                query.bind("from" + i, word).bind("to" + i, ByMagnitude.end(word));
            }
            return LongColumn.read(query.bind("limit", limit));
        });
    }

    private static Query bind(Query query, String beginning, int most) {
        return query.bind("from", beginning)
                .bind("to", ByMagnitude.end(beginning))
                .bind("most", most);
    }

    @Override
    public long[] among(long[] userIds, NameQuery words) {
        return database.read(handle -> {
            long[] ids = userIds;
            for (String word : words.words()) {
                ids = among(handle, ids, word);
            }
            return ids;
        });
    }

    private static long[] among(Handle handle, long[] userIds, String word) {
        LongStream.Builder found = LongStream.builder();
        IdBatches.forEach(
                userIds,
                batch -> handle.createQuery("SELECT DISTINCT user_id FROM user_name WHERE user_id IN (<ids>)"
                                + " AND part >= :from AND part < :to")
                        .bindList("ids", batch)
                        .bind("from", word)
                        .bind("to", ByMagnitude.end(word))
                        .mapTo(Long.class)
                        .forEach(found::add));
        return found.build().toArray();
    }
}
