package social.roost.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import social.roost.base.Snowflake;
import social.roost.base.config.Setting;
import social.roost.graph.Fame;
import social.roost.graph.GraphSettings;
import social.roost.http.HttpSettings;
import social.roost.timeline.TimelineSettings;
import social.roost.user.SessionSettings;

/** Everything that can be set. */
public record Config(
        @Setting(value = "data", help = "Folder that holds everything the server stores.")
        Path data,

        @Setting(value = "0", help = "Number of this process, 0 to 1023, different for each that makes ids.")
        int node,

        @Setting(
                value = "all",
                help = "What this process does: all, or some of gateway, users, tweets, timelines, fanout.")
        List<String> roles,

        HttpSettings http,
        SessionSettings sessions,
        GraphSettings graph,
        Fame fame,
        TimelineSettings timelines,
        MemorySettings memory) {

    public Config {
        if (node < 0 || node > Snowflake.MAXIMUM_NODE) {
            throw new IllegalArgumentException("node is " + node + ", expected 0 to " + Snowflake.MAXIMUM_NODE);
        }
        var _ = Role.named(roles);
    }

    Set<Role> playedRoles() {
        return Role.named(roles);
    }
}
