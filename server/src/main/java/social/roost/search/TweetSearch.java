package social.roost.search;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.Rejection;
import social.roost.base.UnavailableException;
import social.roost.graph.Graph;
import social.roost.search.query.ParsedQuery;
import social.roost.search.query.QueryParser;
import social.roost.search.query.TweetQuery;
import social.roost.tweet.Viewer;
import social.roost.user.UserStore;
import social.roost.view.Entry;
import social.roost.view.Hydration;

/**
 * Searches tweets, in the steps of reading any page: ids from the index, load, drop, render.
 *
 * <p>The index knows neither who is hidden from the viewer nor the latest deletions: every hit is loaded like a tweet of
 * a timeline. The first two steps repeat until the page is full, or {@link #MOST_HITS} were read; then the page is
 * short, and its cursor continues after the last one.
 */
public final class TweetSearch {
    public static final int LONGEST_QUERY = 500;
    static final int MOST_HITS = 2_000;

    private static final int LARGEST_STEP = 500;

    /** How long the pages of a search by relevance can be read. */
    private static final Duration LONGEST_READING = Duration.ofDays(30);

    /** The first page may come from a process whose clock is ahead. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final TweetIndexes indexes;
    private final ExactLikes likes;
    private final Hydration hydration;
    private final UserStore users;
    private final Graph graph;
    private final InstantSource clock;

    public TweetSearch(
            TweetIndexes indexes,
            TweetDocuments documents,
            Hydration hydration,
            UserStore users,
            Graph graph,
            InstantSource clock) {
        this.indexes = indexes;
        likes = new ExactLikes(documents);
        this.hydration = hydration;
        this.users = users;
        this.graph = graph;
        this.clock = clock;
    }

    /**
     * Reads a page.
     *
     * @throws Rejection INVALID if the query is empty, too long, or has too many parts
     */
    public SearchPage search(Viewer viewer, SearchRequest request) {
        SearchOrder start = start(request);
        ParsedQuery parsed = parse(viewer, request);
        TweetQuery query = parsed.query();
        if (query == null) {
            return new SearchPage(hydration.page(List.of(), viewer, null, null), parsed.warnings(), List.of());
        }
        List<Entry> found = new ArrayList<>();
        SearchOrder end = read(query, start, viewer, request.page().limit(), found);
        Cursor next = end == null ? null : cursor(end).of(request.list());
        return new SearchPage(
                hydration.page(found, viewer, next, null),
                parsed.warnings(),
                found.stream()
                        .map(entry ->
                                Highlights.of(query.condition(), entry.tweet().tweet()))
                        .filter(highlight -> !highlight.ranges().isEmpty())
                        .toList());
    }

    private ParsedQuery parse(Viewer viewer, SearchRequest request) {
        String query = request.query();
        if (query.isBlank()) {
            throw invalid("What to search for is missing.");
        }
        if (query.codePointCount(0, query.length()) > LONGEST_QUERY) {
            throw invalid("Expected at most " + LONGEST_QUERY + " characters.");
        }
        ParsedQuery parsed = QueryParser.parse(query, new ViewerAsking(viewer.userId(), request.zone(), users, graph));
        if (parsed.clauses() > QueryParser.MOST_CLAUSES) {
            throw invalid("Expected at most " + QueryParser.MOST_CLAUSES + " words, phrases and operators.");
        }
        return parsed;
    }

    private static Rejection invalid(String text) {
        return new Rejection(Rejection.Kind.INVALID, "invalid_query", text, "q");
    }

    private SearchOrder start(SearchRequest request) {
        return switch (request.sort()) {
            case LATEST -> {
                Optional<Cursor> cursor = request.page().in(request.list(), 1);
                yield cursor.isEmpty()
                        ? SearchOrder.Latest.FIRST
                        : new SearchOrder.Latest(cursor.get().value(0));
            }
            case RELEVANCE -> {
                Optional<Cursor> cursor = request.page().in(request.list(), 3);
                yield cursor.isEmpty() ? SearchOrder.Relevant.first(clock.millis()) : relevant(cursor.get());
            }
        };
    }

    /** A cursor can be made up: no index gets a number that it cannot compute with. */
    private SearchOrder relevant(Cursor cursor) {
        long now = cursor.value(0);
        float score = Float.intBitsToFloat((int) cursor.value(1));
        long latest = clock.millis() + SKEW.toMillis();
        if (!Float.isFinite(score) || now > latest || now < latest - LONGEST_READING.toMillis()) {
            throw Cursor.invalid();
        }
        return new SearchOrder.Relevant(now, score, cursor.value(2));
    }

    private static Cursor cursor(SearchOrder order) {
        return switch (order) {
            case SearchOrder.Latest(long below) -> Cursor.of(below);
            case SearchOrder.Relevant(long now, float score, long id) ->
                Cursor.of(now, Float.floatToIntBits(score), id);
        };
    }

    /** Returns where the next page starts; null if there is none. */
    private @Nullable SearchOrder read(
            TweetQuery query, SearchOrder start, Viewer viewer, int limit, List<Entry> found) {
        SearchOrder order = start;
        int step = limit + 1;
        for (int read = 0; read < MOST_HITS; ) {
            int most = Math.min(step, MOST_HITS - read);
            List<Hit> hits = search(query, order, most);
            Map<Long, Entry> matching = likes.matching(query.condition(), load(hits, viewer));
            for (Hit hit : hits) {
                if (found.size() == limit) {
                    return order;
                }
                order = order.after(hit);
                Entry entry = matching.get(hit.id());
                if (entry != null) {
                    found.add(entry);
                }
            }
            if (hits.size() < most) {
                return null;
            }
            read += hits.size();
            step = Math.min(LARGEST_STEP, 2 * Math.max(step, 50));
        }
        return order;
    }

    private List<Hit> search(TweetQuery query, SearchOrder order, int limit) {
        String serving = indexes.serving();
        try {
            return indexes.index(serving).search(query, order, limit);
        } catch (UnavailableException e) {
            if (serving.equals(indexes.serving())) {
                throw e;
            }
            // Another index has just taken its place.
            return indexes.index(indexes.serving()).search(query, order, limit);
        }
    }

    private List<Entry> load(List<Hit> hits, Viewer viewer) {
        return hydration.load(hits.stream().mapToLong(Hit::id).toArray(), viewer.readingList());
    }
}
