package social.roost.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import social.roost.search.Hit;
import social.roost.search.SearchOrder;
import social.roost.search.query.TweetQuery;

/** Runs a query in an order. */
final class LuceneSearch {
    private LuceneSearch() {}

    static List<Hit> search(IndexSearcher searcher, TweetQuery query, SearchOrder order, int limit) throws IOException {
        return switch (order) {
            case SearchOrder.Latest(long below) -> latest(searcher, query, below, limit);
            case SearchOrder.Relevant relevant -> {
                Query scored = LuceneQueries.scored(query);
                yield searcher.search(scored, MostRelevant.manager(relevant, LuceneQueries.isScored(query), limit));
            }
        };
    }

    /** Each segment is in this order, so the search ends in each of them after as many hits. */
    private static List<Hit> latest(IndexSearcher searcher, TweetQuery query, long below, int limit)
            throws IOException {
        TopFieldDocs found = searcher.search(
                LuceneQueries.filter(query, below),
                new TopFieldCollectorManager(OpenIndex.NEWEST_FIRST, limit, null, 1));
        List<Hit> hits = new ArrayList<>(found.scoreDocs.length);
        for (ScoreDoc document : found.scoreDocs) {
            hits.add(new Hit((Long) ((FieldDoc) document).fields[0], 0));
        }
        return hits;
    }
}
