package social.roost.graph.postgres;

import org.jspecify.annotations.Nullable;
import social.roost.driver.sql.Database;
import social.roost.driver.sql.Dialect;
import social.roost.event.Outbox;
import social.roost.event.Relay;

/** Where a process crashes: after this many steps, nothing it does has an effect. */
final class CrashPoint {
    private int stepsLeft;

    CrashPoint(int stepsLeft) {
        this.stepsLeft = stepsLeft;
    }

    boolean isReached() {
        return stepsLeft < 0;
    }

    private void step() {
        stepsLeft--;
        if (isReached()) {
            throw new IllegalStateException("crashed");
        }
    }

    /** Its writes may end before they begin, before their commit, and after it. */
    Database before(Database database) {
        return new Database() {
            @Override
            public <T extends @Nullable Object> T read(Work<T> work) {
                step();
                return database.read(work);
            }

            @Override
            public <T extends @Nullable Object> T write(Work<T> work) {
                step();
                T result = database.write(handle -> {
                    T made = work.apply(handle);
                    step();
                    return made;
                });
                step();
                return result;
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
        };
    }

    Relay before(Relay relay) {
        return new Relay() {
            @Override
            public <K> void committed(Outbox<K> outbox, Outbox.Entry<K> entry) {
                stepsLeft--;
                if (!isReached()) {
                    relay.committed(outbox, entry);
                }
            }
        };
    }
}
