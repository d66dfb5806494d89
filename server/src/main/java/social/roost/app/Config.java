package social.roost.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import social.roost.backup.BackupSettings;
import social.roost.base.Snowflake;
import social.roost.base.config.Setting;
import social.roost.driver.CallSettings;
import social.roost.driver.cassandra.CassandraSettings;
import social.roost.driver.flink.FlinkSettings;
import social.roost.driver.kafka.KafkaSettings;
import social.roost.driver.opensearch.OpenSearchSettings;
import social.roost.driver.otel.TracingSettings;
import social.roost.driver.postgres.PostgresSettings;
import social.roost.driver.redis.RedisSettings;
import social.roost.driver.s3.S3Settings;
import social.roost.driver.smtp.SmtpSettings;
import social.roost.gateway.GatewaySettings;
import social.roost.graph.Fame;
import social.roost.graph.GraphSettings;
import social.roost.http.HttpSettings;
import social.roost.http.MediaOrigins;
import social.roost.link.LinkSettings;
import social.roost.live.LiveSettings;
import social.roost.mail.MailSettings;
import social.roost.media.MediaSettings;
import social.roost.push.PushSettings;
import social.roost.timeline.TimelineSettings;
import social.roost.user.RegistrationSettings;
import social.roost.user.SessionSettings;

/** All settings. */
public record Config(
        @Setting(value = "data", help = "Data folder: contains everything the server stores.")
        Path data,

        @Setting(
                value = "embedded",
                help = "Where data is stored: embedded (in the data folder) or cluster (on the servers"
                        + " configured below).")
        Kind stores,

        @Setting(
                value = "0",
                help = "Node number in generated ids, 0 to 1023, unique for each process. Embedded stores only.")
        int node,

        @Setting(value = "roost", help = "Name of this deployment in logs and traces.")
        String deployment,

        @Setting(value = "all", help = "Roles of this process: all, or a comma-separated list of " + Role.NAMES + ".")
        List<String> roles,

        HttpSettings http,
        LimitSettings limits,
        AdminSettings admin,
        BackupSettings backup,
        SessionSettings sessions,
        RegistrationSettings registration,
        GraphSettings graph,
        Fame fame,
        TimelineSettings timelines,
        LiveSettings live,
        LinkSettings links,
        PushSettings push,
        MediaSettings media,
        MemorySettings memory,
        GatewaySettings gateway,
        CallSettings calls,
        PostgresSettings postgres,
        CassandraSettings cassandra,
        KafkaSettings kafka,
        RedisSettings redis,
        S3Settings s3,
        SmtpSettings smtp,
        MailSettings mail,
        OpenSearchSettings opensearch,
        FlinkSettings flink,
        TracingSettings tracing,
        LogSettings log) {

    /** The kind of stores. */
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
                    + ", but embedded stores need one process with all roles. Use --stores=cluster");
        }
        if (stores == Kind.CLUSTER && backup.path() != null) {
            throw new IllegalArgumentException(
                    "backup.folder is set, but only embedded stores are backed up. Use the tools of the cluster's servers");
        }
        if (played.contains(Role.GATEWAY) && played.containsAll(Role.WITH_STORES)) {
            throw new IllegalArgumentException(
                    "the process has all other roles, so a gateway is not needed: remove it");
        }
        if (smtp.isUsed() && !mail.isComplete()) {
            throw new IllegalArgumentException("smtp.host is set without mail.from and mail.site");
        }
        gateway.roleNames().forEach(Role::requireServing);
    }

    /** Where the web client may get media and send them, besides this server. */
    MediaOrigins mediaOrigins() {
        return new MediaOrigins(media.fileOrigin(), s3.clientEndpoint());
    }

    Set<Role> playedRoles() {
        return Role.named(roles);
    }
}
