package social.roost.graph.postgres;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import social.roost.driver.postgres.PostgresStage;
import social.roost.driver.sql.Database;
import social.roost.event.Relay;
import social.roost.event.RelayToLog;
import social.roost.event.sql.SqliteStage;
import social.roost.graph.Fame;

/** Two shards with a log, and users on known shards. */
final class ShardedStage implements AutoCloseable {
    /** One follower makes an author famous. */
    static final Fame FAME = new Fame(1, 0);

    final PostgresStage postgres;
    final SqliteStage log;
    final RelayToLog relay;
    final GraphSlots slots;
    final GraphRows rows;

    ShardedStage(PostgresStage postgres, Path folder) {
        this.postgres = postgres;
        postgres.empty();
        log = new SqliteStage(folder);
        relay = new RelayToLog(log.events());
        slots = GraphSlots.read(postgres.accounts(), postgres.shards().size());
        rows = new GraphRows(postgres.shards());
    }

    ShardedGraphStore store() {
        return store(postgres.shards(), relay);
    }

    ShardedGraphStore store(List<? extends Database> shards, Relay toLog) {
        return new ShardedGraphStore(shards, slots, toLog, FAME);
    }

    GraphShards shards() {
        List<GraphShard> all = List.of(
                new GraphShard(0, postgres.shards().getFirst(), relay, FAME),
                new GraphShard(1, postgres.shards().getLast(), relay, FAME));
        return new GraphShards(all, slots);
    }

    /** A user on this shard. */
    long user(int shard, int number) {
        return LongStream.iterate(1, id -> id + 1)
                .filter(id -> slots.shard(id) == shard)
                .skip(number)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        log.close();
    }
}
