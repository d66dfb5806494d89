package social.roost.graph.postgres;

import org.jspecify.annotations.Nullable;
import social.roost.base.UnavailableException;
import social.roost.driver.sql.Database;
import social.roost.driver.sql.Dialect;

/** A shard that cannot be reached by changes from another shard; those of its own users go on. */
record LateDatabase(Database database) implements Database {
    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        return database.read(work);
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        boolean fromAnotherShard = StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(GraphShards.class.getName())));
        if (fromAnotherShard) {
            throw new UnavailableException("shard", null);
        }
        return database.write(work);
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
