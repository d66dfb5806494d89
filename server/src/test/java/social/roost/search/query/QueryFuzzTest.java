package social.roost.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import social.roost.base.Seed;
import social.roost.search.TweetTable;

/** Any text is a query, and reading it costs little. */
class QueryFuzzTest {
    private static final long MOST_NANOSECONDS = 100_000_000;
    private static final int LONGEST = 500;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final List<String> PARTS = List.of(
            "cat",
            "\u732B",
            "\u30AB\u30D5\u30A7",
            "\u0E41\u0E21\u0E27",
            "\uD83D\uDEB2",
            "OR",
            " OR ",
            "-",
            "(",
            ")",
            "\"",
            "\u201C",
            "\u00AB",
            "\u300C",
            "\u300D",
            "#",
            "#tag",
            "@",
            "@bob",
            "$",
            "$twtr",
            "from:",
            "to:",
            "since:",
            "until:",
            "has:",
            "min_likes:",
            "lang:",
            "is:",
            "conversation:",
            "url:",
            "filter:",
            "follows",
            "media",
            "2026-01-01",
            "2026-02-30",
            "9",
            "https://",
            "example.com",
            "/a",
            ".",
            ":",
            "*",
            "\\",
            "\u0000",
            "\uD800",
            "\u200D",
            "\u202E",
            " ",
            "  ",
            "\n",
            "\u3000",
            "'s",
            "a.a.a.",
            "%",
            "e\u0301",
            "\uFDFA");

    @RegisterExtension
    final Seed seed = new Seed();

    private final Random random = new Random(seed.value());

    /** Reading the dictionaries of languages once is not part of a query. */
    @BeforeAll
    static void warmUp() {
        ParsedQuery _ = QueryParser.parse(
                "cat #tag @bob example.com \u732B \u0E41\u0E21\u0E27 \u0E81 \u1780 \u1000", TweetTable.ALICE);
    }

    @Test
    void byGrammar() {
        for (int i = 0; i < 4_000; i++) {
            StringBuilder query = new StringBuilder();
            int parts = 1 + random.nextInt(60);
            for (int part = 0; part < parts; part++) {
                query.append(PARTS.get(random.nextInt(PARTS.size())));
                if (random.nextBoolean()) {
                    query.append(' ');
                }
            }
            read(query.toString());
        }
    }

    @Test
    void byBytes() {
        for (int i = 0; i < 4_000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            read(new String(bytes, StandardCharsets.UTF_8));
            read(new String(bytes, StandardCharsets.UTF_16));
        }
    }

    @Test
    void byRepetition() {
        for (String part : PARTS) {
            read(part.repeat(LONGEST));
            read((part + " ").repeat(LONGEST));
        }
        read("a.".repeat(LONGEST));
        read("\u0E01".repeat(LONGEST));
        read("\u1780".repeat(LONGEST));
        read("a\u0301".repeat(LONGEST));
        read("\uFDFA".repeat(LONGEST));
    }

    private static void read(String text) {
        String query =
                text.substring(0, text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length()))));
        long before = THREADS.getCurrentThreadCpuTime();
        ParsedQuery parsed = QueryParser.parse(query, TweetTable.ALICE);
        long taken = THREADS.getCurrentThreadCpuTime() - before;
        assertThat(taken).as(query).isLessThan(MOST_NANOSECONDS);
        if (parsed.query() == null) {
            assertThat(parsed.clauses() > QueryParser.MOST_CLAUSES
                            || !parsed.warnings().isEmpty())
                    .as(query)
                    .isTrue();
        }
        assertThat(parsed.warnings())
                .allSatisfy(warning -> assertThat(warning.position()).isBetween(0, 3 * LONGEST));
    }
}
