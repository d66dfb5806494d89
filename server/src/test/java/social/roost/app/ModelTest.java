package social.roost.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import social.roost.app.ModelClient.Account;
import social.roost.base.LongRun;

/**
 * Random histories run against a server and a naive model.
 *
 * <p>{@code -Droost.model.seeds=N} runs N histories, {@code -Droost.model.first=S} starts with this one.
 */
@DisplayName("A4, B1, B3, C2, C6, D1-D5, D7: a random history agrees with a naive model")
class ModelTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int STEPS = 90;
    private static final List<Map<String, String>> FAME = List.of(
            Map.of("fame.gained-at", "0"),
            Map.of("fame.gained-at", "3", "fame.lost-at", "2"),
            Map.of("fame.gained-at", "4", "fame.lost-at", "1"),
            Map.of("fame.gained-at", "" + Long.MAX_VALUE));
    private static final List<Map<String, String>> TIMELINES = List.of(
            Map.of("timelines.maximum-entries", "10", "timelines.batch", "2"),
            Map.of("timelines.maximum-entries", "1", "timelines.batch", "1"),
            Map.of("timelines.maximum-entries", "800"));

    @TempDir
    private static Path data;

    private static List<Account> people = List.of();

    @BeforeAll
    static void registers() {
        try (ModelServer server = ModelServer.start(data, Map.of(), new SteppedClock(START), stores -> stores)) {
            people = Stream.of("alice", "bob", "carol", "dave", "erin", "frank", "grace", "heidi")
                    .map(server.client()::register)
                    .toList();
        }
    }

    static LongStream seeds() {
        // Every third seed has each kind of fame, timelines and stores, too.
        int step = System.getProperty("roost.model.seeds") == null ? LongRun.times(3, 1) : 1;
        return LongStream.range(0, Long.getLong("roost.model.seeds", LongRun.times(8, 36)))
                .map(i -> i * step + Long.getLong("roost.model.first", 1));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void showsWhatTheModelSays(long seed, @TempDir Path folder) {
        SteppedClock clock = new SteppedClock(START);
        Map<String, String> flags = new HashMap<>(Map.of("sessions.lifetime", "36500d"));
        flags.putAll(FAME.get((int) (seed / 2 % FAME.size())));
        flags.putAll(TIMELINES.get((int) (seed / 2 / FAME.size() % TIMELINES.size())));
        boolean settlesAtOnce = seed % 3 == 0;
        if (settlesAtOnce) {
            flags.put("timelines.settle-time", "1ms");
        }
        try (ModelServer server = ModelServer.startOnCopy(
                data, folder.resolve("data"), flags, clock, seed % 2 == 0 ? stores -> stores : SlowStores::of)) {
            new History(seed, server, clock, people, settlesAtOnce).run(STEPS);
        }
    }
}
