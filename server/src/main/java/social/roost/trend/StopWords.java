package social.roost.trend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import social.roost.search.text.Normalization;

/** Words that say nothing about a topic: {@code trend/stop-words.txt}. */
final class StopWords {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Set<String> ALL = read();

    private StopWords() {}

    /** Whether they contain a word, which must be normalized and have straight apostrophes. */
    static boolean contain(String word) {
        return ALL.contains(word);
    }

    private static Set<String> read() {
        try (var file = Objects.requireNonNull(StopWords.class.getResourceAsStream("/trend/stop-words.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(SPACE::splitAsStream)
                    .map(Normalization::key)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
