package social.roost.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import social.roost.base.UnavailableException;
import social.roost.driver.opensearch.OpenSearchCluster;
import social.roost.search.Hit;
import social.roost.search.IndexedTweet;
import social.roost.search.SearchOrder;
import social.roost.search.TweetIndex;
import social.roost.search.query.TweetQuery;

/**
 * One index of OpenSearch. What it has acknowledged is durable. It is written through an alias of its own, because
 * OpenSearch would create an index that does not exist any more.
 */
final class OpenSearchTweetIndex implements TweetIndex {
    private static final int MISSING = 404;

    private final OpenSearchCluster cluster;
    private final String name;
    private final AtomicBoolean failing;

    /** @param failing says whether the last attempt to change an index failed */
    OpenSearchTweetIndex(OpenSearchCluster cluster, String name, AtomicBoolean failing) {
        this.cluster = cluster;
        this.name = name;
        this.failing = failing;
    }

    /** The alias through which an index is written. */
    static String written(String name) {
        return name + "-written";
    }

    @Override
    public void put(List<IndexedTweet> tweets) {
        List<Object> lines = new ArrayList<>(2 * tweets.size());
        for (IndexedTweet tweet : tweets) {
            lines.add(Map.of("index", Map.of("_id", Long.toString(tweet.id()))));
            lines.add(TweetJson.document(tweet));
        }
        write(lines);
    }

    @Override
    public void remove(long[] ids) {
        List<Object> lines = new ArrayList<>(ids.length);
        for (long id : ids) {
            lines.add(Map.of("delete", Map.of("_id", Long.toString(id))));
        }
        write(lines);
    }

    private void write(List<Object> lines) {
        if (lines.isEmpty()) {
            return;
        }
        try {
            bulk(lines);
            failing.set(false);
        } catch (UnavailableException e) {
            failing.set(true);
            throw e;
        }
    }

    private void bulk(List<Object> lines) {
        JsonNode answer = required(cluster.bulk(written(name), lines));
        if (answer.path("errors").asBoolean()) {
            requireNoError(answer);
        }
    }

    /** A response of 200 may contain errors. */
    private static void requireNoError(JsonNode answer) {
        for (JsonNode item : answer.path("items")) {
            for (JsonNode outcome : item) {
                if (outcome.has("error")) {
                    throw OpenSearchCluster.failed(
                            outcome.path("status").asInt(),
                            outcome.at("/error/reason").asText());
                }
            }
        }
    }

    private RuntimeException missing() {
        return OpenSearchCluster.failed(MISSING, "there is no index " + name);
    }

    @Override
    public List<Hit> search(TweetQuery query, SearchOrder order, int limit) {
        JsonNode answer = cluster.search("/" + name + "/_search", TweetQueries.search(query, order, limit));
        List<Hit> hits = new ArrayList<>();
        for (JsonNode hit : required(answer).at("/hits/hits")) {
            JsonNode sort = hit.path("sort");
            hits.add(
                    sort.size() == 1
                            ? new Hit(sort.path(0).asLong(), 0)
                            : new Hit(sort.path(1).asLong(), sort.path(0).floatValue()));
        }
        return hits;
    }

    private JsonNode required(@Nullable JsonNode answer) {
        if (answer == null) {
            throw missing();
        }
        return answer;
    }

    @Override
    public void makeDurable() {
        // It is, with each response.
    }

    @Override
    public long count() {
        return required(cluster.get("/" + name + "/_count")).path("count").asLong();
    }

    @Override
    public int losses() {
        return 0;
    }

    @Override
    public boolean isDamaged() {
        return false;
    }
}
