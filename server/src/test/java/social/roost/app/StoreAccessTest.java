package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.driver.CallSettings;
import social.roost.driver.StackServers;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.driver.kafka.KafkaClient;
import social.roost.driver.postgres.PostgresDatabase;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.RedisCall;
import social.roost.gateway.TestCertificates;

/**
 * SECURITY 15: each store is accessible over TLS with the password, and in no other way. The servers of the tests
 * require both; Cassandra also requires a client certificate.
 */
@Tag("stack")
@Timeout(240)
class StoreAccessTest {
    private static final CallSettings PATIENT = calls(Duration.ofSeconds(20));
    private static final CallSettings HASTY = calls(Duration.ofSeconds(5));
    private static final Map<String, BiConsumer<StackServers, CallSettings>> STORES = Map.of(
            "postgres", StoreAccessTest::usePostgres,
            "cassandra", StoreAccessTest::useCassandra,
            "kafka", StoreAccessTest::useKafka,
            "redis", StoreAccessTest::useRedis);

    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicTest> eachStoreTakesOnlyThoseWhoMayAndOnlyOverTls() {
        String foreign = foreignAuthority();
        List<DynamicTest> tests = new ArrayList<>();
        STORES.forEach((store, use) -> {
            tests.add(DynamicTest.dynamicTest(
                    store + " with what the stack wrote",
                    () -> assertThatCode(() -> use.accept(StackServers.read(), PATIENT))
                            .doesNotThrowAnyException()));
            tests.add(refused(store, "a wrong password", Map.of("password", "wrong")));
            tests.add(refused(store, "another authority", Map.of("tls.authority", foreign)));
            tests.add(refused(
                    store,
                    "no TLS",
                    Map.of("tls.enabled", "false", "tls.authority", "", "tls.certificate", "", "tls.key", "")));
        });
        tests.add(refused("cassandra", "no certificate", Map.of("tls.certificate", "", "tls.key", "")));
        return tests.stream();
    }

    @Test
    void kafkaTakesScramToo() {
        String user = "scram-" + UUID.randomUUID();
        StackServers stack = StackServers.read();
        try (KafkaClient client = new KafkaClient(stack.kafka(), PATIENT)) {
            ScramCredentialInfo costs = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);
            client.ask(admin -> admin.alterUserScramCredentials(
                            List.of(new UserScramCredentialUpsertion(user, costs, "pass \"word\\")))
                    .all());
        }
        Map<String, String> scram =
                Map.of("kafka.user", user, "kafka.password", "pass \"word\\", "kafka.mechanism", "scram-sha-512");
        assertThatCode(() -> useKafka(StackServers.read(scram), PATIENT)).doesNotThrowAnyException();
        Map<String, String> wrong = new HashMap<>(scram);
        wrong.put("kafka.password", "wrong");
        assertThatThrownBy(() -> useKafka(StackServers.read(wrong), HASTY)).isInstanceOf(RuntimeException.class);
    }

    private static DynamicTest refused(String store, String what, Map<String, String> instead) {
        Map<String, String> settings = new HashMap<>();
        instead.forEach((key, value) -> settings.put(store + "." + key, value));
        return DynamicTest.dynamicTest(
                store + " with " + what,
                () -> assertThatThrownBy(() ->
                                Objects.requireNonNull(STORES.get(store)).accept(StackServers.read(settings), HASTY))
                        .isInstanceOf(RuntimeException.class));
    }

    private static CallSettings calls(Duration deadline) {
        return new CallSettings(deadline, 1, Duration.ofMillis(50), 8, deadline, 50, Duration.ofSeconds(1));
    }

    private static String foreignAuthority() {
        TestCertificates.write(folder);
        return folder.resolve("ca.pem").toString();
    }

    private static void usePostgres(StackServers stack, CallSettings calls) {
        try (PostgresDatabase accounts = PostgresDatabase.openAccounts(stack.postgres(), calls)) {
            int one = accounts.read(
                    handle -> handle.createQuery("SELECT 1").mapTo(int.class).one());
            assertThat(one).isEqualTo(1);
        }
    }

    private static void useCassandra(StackServers stack, CallSettings calls) {
        try (CassandraCluster cluster = CassandraCluster.open(stack.cassandra(), calls, List.of())) {
            assertThat(cluster.readOne(
                            cluster.prepare("SELECT key FROM system.local").bind()))
                    .isNotNull();
        }
    }

    private static void useKafka(StackServers stack, CallSettings calls) {
        try (KafkaClient client = new KafkaClient(stack.kafka(), calls)) {
            assertThat(client.ask((Admin admin) -> admin.describeCluster().nodes()))
                    .isNotEmpty();
        }
    }

    private static void useRedis(StackServers stack, CallSettings calls) {
        try (Redis redis = new Redis(stack.redis(), calls)) {
            assertThat(redis.call(RedisCall.get("no-such-key"))).isNull();
        }
    }
}
