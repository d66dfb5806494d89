package social.roost.loadgen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import social.roost.base.Snowflake;
import social.roost.search.IndexedTweet;
import social.roost.search.Popularity;
import social.roost.search.SearchOrder;
import social.roost.search.TweetIndex;
import social.roost.search.lucene.LuceneTweetIndexes;
import social.roost.search.query.Asker;
import social.roost.search.query.Attributes;
import social.roost.search.query.QueryParser;
import social.roost.search.query.TweetQuery;
import social.roost.search.text.Languages;
import social.roost.search.text.Links;
import social.roost.search.text.TextAnalysis;
import social.roost.tweet.Counts;
import social.roost.tweet.text.ParsedText;
import social.roost.tweet.text.TweetText;

/** The search index without a server: how fast it takes tweets, how large it is, and how fast it answers. */
@Command(
        name = "search-index",
        mixinStandardHelpOptions = true,
        description = "Indexes tweets in many scripts and searches them, compared with plain Lucene and SQLite's FTS5.")
final class SearchIndexBench implements Callable<Integer> {
    private static final long FIRST_MILLIS = 1_767_225_600_000L;
    private static final long MILLIS_BETWEEN = 2_000;
    private static final int BATCH = 500;
    private static final int PAGE = 21;

    private final Report report;
    private final SearchCorpus corpus = new SearchCorpus(42);
    private long now;

    @Option(names = "--tweets", description = "Number of tweets (default: ${DEFAULT-VALUE}).")
    private int tweets = 1_000_000;

    @Option(names = "--queries", description = "Number of queries (default: ${DEFAULT-VALUE}).")
    private int queries = 5_000;

    SearchIndexBench(Report report) {
        this.report = report;
    }

    /** Something that finds tweets; returns the number of hits. */
    @FunctionalInterface
    private interface Search {
        int run(SearchCorpus.Query query) throws IOException, SQLException;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        now = FIRST_MILLIS + tweets * MILLIS_BETWEEN;
        report.section("The search index, with %,d tweets".formatted(tweets));
        Path folder = Files.createTempDirectory("roost-bench");
        try {
            roost(Files.createDirectory(folder.resolve("roost")));
            lucene(Files.createDirectory(folder.resolve("lucene")));
            fts(Files.createDirectory(folder.resolve("fts")));
            return 0;
        } finally {
            delete(folder);
        }
    }

    private void roost(Path folder) throws IOException, SQLException {
        try (LuceneTweetIndexes indexes = new LuceneTweetIndexes(folder)) {
            TweetIndex index = indexes.index(indexes.serving());
            long begun = System.nanoTime();
            List<IndexedTweet> batch = new ArrayList<>();
            for (int i = 0; i < tweets; i++) {
                batch.add(document(i));
                if (batch.size() == BATCH || i == tweets - 1) {
                    index.put(batch);
                    batch = new ArrayList<>();
                }
            }
            index.makeDurable();
            built("roost", begun, folder);
            search(
                    "roost",
                    IntStream.range(0, queries).mapToObj(corpus::query).toList(),
                    query -> search(index, query));
            search("roost, plain words", plain(), query -> search(index, query));
        }
    }

    private void lucene(Path folder) throws IOException, SQLException {
        try (LuceneBaseline lucene = new LuceneBaseline(folder)) {
            long begun = System.nanoTime();
            for (int i = 0; i < tweets; i++) {
                lucene.add(id(i), corpus.tweet(i));
            }
            lucene.commit();
            built("Lucene", begun, folder);
            IndexSearcher searcher = lucene.searcher();
            search(
                    "Lucene, plain words",
                    plain(),
                    query -> lucene.search(searcher, query.text(), query.latest(), PAGE));
            searcher.getIndexReader().close();
        }
    }

    private void fts(Path folder) throws IOException, SQLException {
        try (FtsBaseline fts = new FtsBaseline(folder.resolve("fts.db"))) {
            long begun = System.nanoTime();
            for (int i = 0; i < tweets; i++) {
                fts.add(id(i), corpus.tweet(i));
                if (i % BATCH == 0) {
                    fts.commit();
                }
            }
            fts.commit();
            built("FTS5", begun, folder);
            search("FTS5, plain words", plain(), query -> fts.search(query.text(), query.latest(), PAGE));
        }
    }

    private List<SearchCorpus.Query> plain() {
        return IntStream.range(0, queries)
                .mapToObj(corpus::query)
                .filter(SearchCorpus.Query::plain)
                .toList();
    }

    private void built(String name, long begun, Path folder) throws IOException {
        double seconds = (System.nanoTime() - begun) / 1e9;
        report.line("%-10s %,8.0f tweets/s, %.2f KB each", name, tweets / seconds, size(folder) / 1e3 / tweets);
    }

    /** One after the other; the first ones warm up. */
    private void search(String name, List<SearchCorpus.Query> all, Search search) throws IOException, SQLException {
        for (SearchCorpus.Query query : all.subList(0, all.size() / 5)) {
            int _ = search.run(query);
        }
        Recording latest = new Recording(name + ": latest");
        Recording relevance = new Recording("relevance");
        long hits = 0;
        for (SearchCorpus.Query query : all) {
            long begun = System.nanoTime();
            hits += search.run(query);
            (query.latest() ? latest : relevance).record(begun, System.nanoTime());
        }
        report.latencies(latest, relevance);
        report.line("%.1f hits on average", (double) hits / all.size());
    }

    private int search(TweetIndex index, SearchCorpus.Query query) {
        TweetQuery parsed = Objects.requireNonNull(
                QueryParser.parse(query.text(), Nobody.INSTANCE).query(), query.text());
        SearchOrder order = query.latest() ? SearchOrder.Latest.FIRST : SearchOrder.Relevant.first(now);
        return index.search(parsed, order, PAGE).size();
    }

    private static long id(int number) {
        return Snowflake.lowestAt(FIRST_MILLIS + number * MILLIS_BETWEEN);
    }

    private IndexedTweet document(int number) {
        ParsedText text = TweetText.parse(corpus.tweet(number));
        Set<String> attributes = new HashSet<>();
        attributes.add(Attributes.from(corpus.author(number)));
        attributes.add(Attributes.conversation(id(number)));
        attributes.add(Attributes.language(Languages.of(text.content(), null)));
        text.entities().hashtags().forEach(tag -> attributes.add(Attributes.hashtag(tag.tag())));
        text.entities().urls().forEach(url -> {
            attributes.add(Attributes.LINKS);
            Links.terms(url.url()).forEach(term -> attributes.add(Attributes.link(term)));
        });
        return new IndexedTweet(
                id(number),
                TextAnalysis.document(text.content(), text.entities()),
                attributes,
                Popularity.of(new Counts(number % 1_000 == 0 ? number % 50_000 : number % 3, 0, 0, 0)));
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A visitor. */
    private enum Nobody implements Asker {
        INSTANCE;

        @Override
        public OptionalLong userId(String username) {
            return OptionalLong.empty();
        }

        @Override
        public long ownId() {
            return 0;
        }

        @Override
        public Set<Long> followees() {
            return Set.of();
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }
    }
}
