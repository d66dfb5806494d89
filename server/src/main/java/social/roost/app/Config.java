package social.roost.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import social.roost.base.Snowflake;
import social.roost.base.config.Setting;
import social.roost.driver.CallSettings;
import social.roost.driver.cassandra.CassandraSettings;
import social.roost.driver.kafka.KafkaSettings;
import social.roost.driver.otel.TracingSettings;
import social.roost.driver.postgres.PostgresSettings;
import social.roost.driver.redis.RedisSettings;
import social.roost.gateway.GatewaySettings;
import social.roost.graph.Fame;
import social.roost.graph.GraphSettings;
import social.roost.http.HttpSettings;
import social.roost.live.LiveSettings;
import social.roost.timeline.TimelineSettings;
import social.roost.user.SessionSettings;

/** Everything that can be set. */
public record Config(
        @Setting(value = "data", help = "Folder that holds everything the server stores.")
        Path data,

        @Setting(
                value = "embedded",
                help = "Where everything is stored: embedded, in the data folder, or cluster, on the servers below.")
        Kind stores,

        @Setting(
                value = "0",
                help = "With embedded stores: number of this process, 0 to 1023, different for each that makes ids.")
        int node,

        @Setting(
                value = "roost",
                help = "What this deployment is called where logs and traces of several come together.")
        String deployment,

        @Setting(value = "all", help = "What this process does: all, or some of " + Role.NAMES + ".")
        List<String> roles,

        HttpSettings http,
        LimitSettings limits,
        AdminSettings admin,
        SessionSettings sessions,
        GraphSettings graph,
        Fame fame,
        TimelineSettings timelines,
        LiveSettings live,
        MemorySettings memory,
        GatewaySettings gateway,
        CallSettings calls,
        PostgresSettings postgres,
        CassandraSettings cassandra,
        KafkaSettings kafka,
        RedisSettings redis,
        TracingSettings tracing,
        LogSettings log) {

    /** Which stores. */
    public enum Kind {
        EMBEDDED,
        CLUSTER
    }

    public Config {
        if (node < 0 || node > Snowflake.MAXIMUM_NODE) {
            throw new IllegalArgumentException("node is " + node + ", expected 0 to " + Snowflake.MAXIMUM_NODE);
        }
        Set<Role> played = Role.named(roles);
        if (stores == Kind.EMBEDDED && !roles.equals(List.of(Role.ALL))) {
            throw new IllegalArgumentException("roles are " + String.join(", ", roles)
                    + ", but embedded stores are for one process that does all: say --stores=cluster");
        }
        if (played.contains(Role.GATEWAY) && played.containsAll(Role.WITH_STORES)) {
            throw new IllegalArgumentException("a gateway has nothing to do where all other roles are: leave it out");
        }
        gateway.roleNames().forEach(Role::requireServing);
    }

    Set<Role> playedRoles() {
        return Role.named(roles);
    }
}
