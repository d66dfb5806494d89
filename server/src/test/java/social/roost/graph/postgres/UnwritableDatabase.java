package social.roost.graph.postgres;

import org.jspecify.annotations.Nullable;
import social.roost.base.UnavailableException;
import social.roost.driver.sql.Database;
import social.roost.driver.sql.Dialect;

/** A database that can be read but not written. */
record UnwritableDatabase(Database database) implements Database {
    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        return database.read(work);
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        throw new UnavailableException("shard", null);
    }

    @Override
    public Dialect dialect() {
        return database.dialect();
    }

    @Override
    public void afterCommit(Runnable listener) {
        database.afterCommit(listener);
    }

    @Override
    public void close() {}
}
