package social.roost.graph.postgres;

import java.util.List;
import org.jdbi.v3.core.Handle;
import social.roost.driver.sql.Database;
import social.roost.event.Event;
import social.roost.event.Relay;
import social.roost.event.postgres.PostgresOutbox;
import social.roost.graph.Fame;
import social.roost.graph.postgres.CountTable.More;
import social.roost.graph.postgres.CountTable.Standing;

/** A shard of the graph: all rows of some users, and the outbox of their fame events. */
final class GraphShard {
    private static final int PAGE = 5_000;

    private final int number;
    private final Database database;
    private final Fame fame;
    private final PostgresOutbox outbox;

    GraphShard(int number, Database database, Relay relay, Fame fame) {
        this.number = number;
        this.database = database;
        this.fame = fame;
        outbox = new PostgresOutbox(database, relay);
    }

    /** Starts at 0. */
    int number() {
        return number;
    }

    Database database() {
        return database;
    }

    PostgresOutbox outbox() {
        return outbox;
    }

    /**
     * Applies edge changes to the side of the followees, whose shard this is.
     *
     * @param more additional counts
     */
    List<Standing> apply(Handle handle, int origin, List<EdgeChange> changes, More more) {
        FollowerTable.apply(handle, origin, changes).stream()
                .filter(applied -> applied.followers() != 0)
                .forEach(applied -> more.followers(applied.userId(), applied.followers()));
        return CountTable.add(handle, more);
    }

    /** Applies one change, including its effect on the followee's fame. */
    void apply(Handle handle, int origin, EdgeChange change, More more) {
        for (Standing standing : apply(handle, origin, List.of(change), more)) {
            if (standing.userId() == change.followeeId()) {
                changeFame(handle, standing);
            }
        }
    }

    void applyThresholds() {
        List<Standing> page = page(0);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(standing -> standing.becomesFamous(fame) || standing.becomesOrdinary(fame))
                    .forEach(standing -> applyThresholds(standing.userId()));
            page = page(page.getLast().userId());
        }
    }

    private List<Standing> page(long after) {
        return database.read(handle -> CountTable.page(handle, after, PAGE));
    }

    private void applyThresholds(long userId) {
        boolean _ = database.write(handle -> {
            CountTable.lock(handle, userId).forEach(standing -> changeFame(handle, standing));
            return true;
        });
    }

    private void changeFame(Handle handle, Standing standing) {
        if (standing.becomesFamous(fame)) {
            CountTable.setFamous(handle, standing.userId(), true);
            outbox.append(handle, new Event.FameGained(standing.userId()));
        } else if (standing.becomesOrdinary(fame)) {
            CountTable.setFamous(handle, standing.userId(), false);
            outbox.append(handle, new Event.FameLost(standing.userId()));
        }
    }
}
