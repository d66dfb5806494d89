package social.roost.driver.kafka;

import java.time.Duration;
import java.util.List;
import social.roost.base.config.Setting;
import social.roost.driver.StoreTls;

/** Which Kafka is used, and how its topics are made. */
public record KafkaSettings(
        @Setting(value = "127.0.0.1:19092", help = "Addresses of Kafka; some brokers of a cluster are enough.")
        List<String> servers,

        @Setting(
                value = "roost",
                help =
                        "What the names of all topics and groups begin with, so that several programs can share a Kafka.")
        String prefix,

        @Setting(value = "8", help = "Partitions of a topic that is made; so many processes can share its events.")
        int partitions,

        @Setting(value = "1", help = "Brokers that keep a copy of a topic that is made.")
        int replicas,

        @Setting(value = "7d", help = "How long events are kept; a role that is away for longer misses some.")
        Duration retention,

        @Setting(
                value = "10s",
                help = "How long a process may be silent before others take over its events; 6s or more.")
        Duration silence,

        @Setting(value = "", help = "User to log in as (SASL); empty for a Kafka that asks for none.")
        String user,

        @Setting(value = "", help = "Password of that user.", secret = true)
        String password,

        @Setting(
                value = "plain",
                help = "How to log in: plain, scram-sha-256 or scram-sha-512. Use plain over TLS only.")
        Mechanism mechanism,

        StoreTls tls) {

    /** How a client proves that it knows the password. */
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

        /** As Kafka calls it. */
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
            throw new IllegalArgumentException("user and password belong together: expected both, or neither");
        }
        if (partitions < 1 || replicas < 1) {
            throw new IllegalArgumentException("partitions and replicas are 1 or more");
        }
        if (retention.toMillis() < 1 || silence.toMillis() < 6_000) {
            throw new IllegalArgumentException("retention is 1ms or more, silence 6s or more");
        }
    }
}
