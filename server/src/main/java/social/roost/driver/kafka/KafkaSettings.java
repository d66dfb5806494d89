package social.roost.driver.kafka;

import java.time.Duration;
import java.util.List;
import social.roost.base.config.Setting;
import social.roost.driver.StoreTls;

/** Connection to Kafka, and the configuration of its topics. */
public record KafkaSettings(
        @Setting(
                value = "127.0.0.1:19092",
                help = "Bootstrap servers as host:port; some brokers of the cluster are enough.")
        List<String> servers,

        @Setting(
                value = "roost",
                help = "Prefix of all topic and group names, so that deployments can share a Kafka cluster.")
        String prefix,

        @Setting(
                value = "8",
                help = "Partitions of topics that Roost creates; the most processes that can share a consumer"
                        + " group's work.")
        int partitions,

        @Setting(value = "1", help = "Replication factor of topics that Roost creates.")
        int replicas,

        @Setting(value = "7d", help = "How long events are kept; a role that is down for longer misses events.")
        Duration retention,

        @Setting(
                value = "10s",
                help = "Session timeout: how long a process may be silent before others take over its events; at"
                        + " least 6s.")
        Duration silence,

        @Setting(value = "", help = "Username (SASL); empty if Kafka needs no log-in.")
        String user,

        @Setting(value = "", help = "Password of the user.", secret = true)
        String password,

        @Setting(
                value = "plain",
                help = "SASL mechanism: plain, scram-sha-256 or scram-sha-512. Use plain over TLS only.")
        Mechanism mechanism,

        StoreTls tls) {

    /** The SASL mechanism. */
    public enum Mechanism {
        PLAIN("org.apache.kafka.common.security.plain.PlainLoginModule"),
        SCRAM_SHA_256("org.apache.kafka.common.security.scram.ScramLoginModule"),
        SCRAM_SHA_512("org.apache.kafka.common.security.scram.ScramLoginModule");

        private final String module;

        Mechanism(String module) {
            this.module = module;
        }

        String module() {
            return module;
        }

        /** Kafka's name for it. */
        String text() {
            return name().replace('_', '-');
        }
    }

    public KafkaSettings {
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("servers names no address");
        }
        if (!prefix.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new IllegalArgumentException("prefix is '" + prefix + "', expected letters, digits, '.', '_' or '-'");
        }
        if (user.isEmpty() != password.isEmpty()) {
            throw new IllegalArgumentException("user and password must be set together");
        }
        if (partitions < 1 || replicas < 1) {
            throw new IllegalArgumentException("partitions and replicas must be at least 1");
        }
        if (retention.toMillis() < 1 || silence.toMillis() < 6_000) {
            throw new IllegalArgumentException("retention must be at least 1ms and silence at least 6s");
        }
    }
}
