package social.roost.driver.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;
import social.roost.base.CipherSuites;
import social.roost.driver.PemFiles;
import social.roost.driver.StoreTls;

/** Configuration of Kafka's clients. */
public final class ClientProperties {
    /** So that partitions added at runtime are noticed. */
    private static final int METADATA_AGE_MILLISECONDS = 30_000;

    private final KafkaSettings settings;
    private final int deadlineMilliseconds;

    /** @param deadline of a call */
    public ClientProperties(KafkaSettings settings, Duration deadline) {
        this.settings = settings;
        deadlineMilliseconds = Math.toIntExact(deadline.toMillis());
    }

    /** Idempotent, so that retries of the client neither duplicate nor reorder records. */
    Properties producer() {
        Properties properties = common();
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, deadlineMilliseconds);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, deadlineMilliseconds);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, deadlineMilliseconds);
        return properties;
    }

    Properties admin() {
        Properties properties = common();
        properties.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, deadlineMilliseconds);
        properties.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, deadlineMilliseconds);
        return properties;
    }

    Properties reader() {
        Properties properties = common();
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // The position is always known, except for a partition that is new or has lost its next events: skip nothing.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return properties;
    }

    Properties member(String group) {
        int silence = Math.toIntExact(settings.silence().toMillis());
        Properties properties = reader();
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, silence);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, Math.min(1_000, silence / 6));
        return properties;
    }

    /** Where the cluster is and how to log in, as texts, for libraries that create clients themselves. */
    public Properties connection() {
        Properties texts = new Properties();
        common().forEach((key, value) -> texts.put(key, text(value)));
        return texts;
    }

    private static String text(Object value) {
        return switch (value) {
            case Password password -> password.value();
            case List<?> values -> values.stream().map(String::valueOf).collect(Collectors.joining(","));
            default -> value.toString();
        };
    }

    private Properties common() {
        Properties properties = new Properties();
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, String.join(",", settings.servers()));
        properties.put(CommonClientConfigs.METADATA_MAX_AGE_CONFIG, METADATA_AGE_MILLISECONDS);
        properties.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol());
        if (!settings.user().isEmpty()) {
            properties.put(SaslConfigs.SASL_MECHANISM, settings.mechanism().text());
            properties.put(SaslConfigs.SASL_JAAS_CONFIG, new Password(logIn()));
        }
        if (settings.tls().enabled()) {
            putAll(properties, settings.tls());
        }
        return properties;
    }

    private String protocol() {
        return (settings.user().isEmpty() ? "" : "SASL_") + (settings.tls().enabled() ? "SSL" : "PLAINTEXT");
    }

    private String logIn() {
        return settings.mechanism().module() + " required username=" + quoted(settings.user()) + " password="
                + quoted(settings.password()) + ";";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Kafka checks the server's name against its certificate by default. */
    private static void putAll(Properties properties, StoreTls tls) {
        properties.put(SslConfigs.SSL_CIPHER_SUITES_CONFIG, CipherSuites.STRONG);
        if (!tls.authority().isEmpty()) {
            properties.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
            properties.put(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, tls.authority());
        }
        if (tls.hasCertificate()) {
            properties.put(SslConfigs.SSL_KEYSTORE_TYPE_CONFIG, "PEM");
            properties.put(
                    SslConfigs.SSL_KEYSTORE_CERTIFICATE_CHAIN_CONFIG, new Password(PemFiles.text(tls.certificate())));
            properties.put(SslConfigs.SSL_KEYSTORE_KEY_CONFIG, new Password(PemFiles.text(tls.key())));
        }
    }
}
