package social.roost.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;
import social.roost.base.Snowflake;
import social.roost.search.Hit;
import social.roost.search.Relevance;
import social.roost.search.SearchOrder;

/**
 * Collects the hits with the highest {@link Relevance}.
 *
 * <p>The tweets of a segment come from the newest to the oldest, so the recency of one is an upper limit for all that
 * follow: most hits need not be computed. And of more than {@link #MOST_HITS}, the oldest of each segment are not
 * considered: a word that is so frequent says little, and it would take as long as all other searches together.
 */
final class MostRelevant extends SimpleCollector {
    private static final int MOST_HITS = 50_000;
    private static final int LEAST_OF_SEGMENT = 1_000;
    private static final Comparator<Hit> WORST_FIRST =
            Comparator.comparingDouble((Hit hit) -> hit.score()).thenComparingLong(Hit::id);

    private final SearchOrder.Relevant order;
    private final boolean scored;
    private final int limit;
    private final PriorityQueue<Hit> best = new PriorityQueue<>(WORST_FIRST);
    private NumericDocValues ids = DocValues.emptyNumeric();
    private NumericDocValues popularity = DocValues.emptyNumeric();
    private @Nullable Scorable scorer;
    private double recency = 1;
    private int left;

    /** @param scored whether the query scores texts */
    private MostRelevant(SearchOrder.Relevant order, boolean scored, int limit) {
        this.order = order;
        this.scored = scored;
        this.limit = limit;
    }

    static CollectorManager<MostRelevant, List<Hit>> manager(SearchOrder.Relevant order, boolean scored, int limit) {
        return new CollectorManager<>() {
            @Override
            public MostRelevant newCollector() {
                return new MostRelevant(order, scored, limit);
            }

            @Override
            public List<Hit> reduce(Collection<MostRelevant> collectors) {
                List<Hit> hits = new ArrayList<>();
                collectors.forEach(collector -> hits.addAll(collector.best));
                hits.sort(WORST_FIRST.reversed());
                return List.copyOf(hits.subList(0, Math.min(limit, hits.size())));
            }
        };
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        ids = DocValues.getNumeric(context.reader(), TweetFields.ID);
        popularity = DocValues.getNumeric(context.reader(), TweetFields.POPULARITY);
        recency = 1;
        double share = (double) context.reader().maxDoc()
                / Math.max(1, ReaderUtil.getTopLevelContext(context).reader().maxDoc());
        left = LEAST_OF_SEGMENT + (int) (share * MOST_HITS);
    }

    @Override
    public void setScorer(Scorable scorable) {
        scorer = scorable;
    }

    @Override
    public void collect(int document) throws IOException {
        if (--left < 0) {
            throw new CollectionTerminatedException();
        }
        float text = scored && scorer != null ? scorer.score() : 1;
        double engagement = popularity.advanceExact(document)
                ? Relevance.engagement(TweetFields.engagement(popularity.longValue()))
                : Relevance.engagement(0);
        if (best.size() == limit
                && Relevance.score(text, recency, engagement) < best.peek().score()) {
            return;
        }
        if (ids.advanceExact(document)) {
            collect(ids.longValue(), text, engagement);
        }
    }

    private void collect(long id, float text, double engagement) {
        recency = Relevance.recency(order.now(), Snowflake.millis(id));
        float score = Relevance.score(text, recency, engagement);
        if (order.isBefore(score, id)) {
            best.add(new Hit(id, score));
            if (best.size() > limit) {
                best.poll();
            }
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return scored ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
    }
}
