package social.roost.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random histories run against a server and a naive model of searches.
 *
 * <p>{@code -Droost.model.seeds=N} runs N histories, {@code -Droost.model.first=S} starts with this one.
 */
abstract class SearchHistoryContract {
    @TempDir
    Path folder;

    private final int histories;
    private final int steps;

    SearchHistoryContract(int histories, int steps) {
        this.histories = histories;
        this.steps = steps;
    }

    /** @param data an empty folder */
    abstract SearchWorld.Place place(Path data);

    @TestFactory
    Stream<DynamicTest> searchesFindWhatTheModelSays() {
        long first = Long.getLong("roost.model.first", 1);
        return LongStream.range(first, first + Long.getLong("roost.model.seeds", histories))
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> run(seed)));
    }

    private void run(long seed) throws Exception {
        Path data = Files.createDirectory(folder.resolve("data-" + seed));
        try (SearchWorld world = new SearchWorld(seed, place(data))) {
            new SearchHistory(seed, world).run(steps);
        }
    }
}
