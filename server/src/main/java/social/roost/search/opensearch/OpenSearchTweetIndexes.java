package social.roost.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.driver.opensearch.OpenSearchCluster;
import social.roost.driver.opensearch.OpenSearchSettings;
import social.roost.search.TweetIndex;
import social.roost.search.TweetIndexes;

/**
 * The indexes of tweets in OpenSearch: those whose names begin with a prefix. The alias with the name of the prefix is
 * that of the serving one.
 *
 * <p>If two processes create the first index at the same time, both have the alias: the first by name serves, and the other
 * one replaces it when it is filled.
 */
public final class OpenSearchTweetIndexes implements TweetIndexes {
    private static final Logger LOG = LoggerFactory.getLogger(OpenSearchTweetIndexes.class);
    private static final Duration KNOWN = Duration.ofSeconds(2);
    private static final int RANDOM = 1 << 20;

    private final OpenSearchCluster cluster;
    private final OpenSearchSettings settings;
    private final Supplier<Long> millis;
    private final Map<String, TweetIndex> opened = new ConcurrentHashMap<>();
    private final AtomicBoolean failing = new AtomicBoolean();

    /** Every search asks for it. */
    private final LoadingCache<String, String> serving;

    public OpenSearchTweetIndexes(OpenSearchCluster cluster, OpenSearchSettings settings) {
        this.cluster = cluster;
        this.settings = settings;
        this.millis = System::currentTimeMillis;
        serving = Caffeine.newBuilder().expireAfterWrite(KNOWN).build(alias -> findServing());
    }

    @Override
    public String serving() {
        return serving.get(settings.prefix());
    }

    private String findServing() {
        for (Map.Entry<String, Boolean> index : all().entrySet()) {
            if (index.getValue()) {
                return index.getKey();
            }
        }
        String name = create();
        alias(List.of(action("add", name)));
        LOG.info("Created the search index {}", name);
        return name;
    }

    /** By name, whether each of them serves. */
    private Map<String, Boolean> all() {
        Map<String, Boolean> indexes = new TreeMap<>();
        JsonNode found = cluster.get("/" + settings.prefix() + "-*/_alias");
        if (found != null) {
            found.properties()
                    .forEach(index -> indexes.put(
                            index.getKey(), index.getValue().path("aliases").has(settings.prefix())));
        }
        return indexes;
    }

    @Override
    public Set<String> names() {
        Set<String> names = all().keySet();
        return names.isEmpty() ? Set.of(serving()) : names;
    }

    @Override
    public TweetIndex index(String name) {
        return opened.computeIfAbsent(name, key -> new OpenSearchTweetIndex(cluster, key, failing));
    }

    /** Whether the last attempt of this process to change an index failed, because OpenSearch did not allow it or is down. */
    public boolean isFailing() {
        return failing.get();
    }

    /** The name contains the time, so that names are in the order of their creation, and a random number. */
    @Override
    public String create() {
        String name = settings.prefix() + "-" + Long.toString(millis.get(), Character.MAX_RADIX) + "-"
                + ThreadLocalRandom.current().nextInt(RANDOM);
        var _ = cluster.send(
                "PUT",
                "/" + name,
                TweetJson.index(settings.shards(), settings.replicas(), OpenSearchTweetIndex.written(name)));
        return name;
    }

    @Override
    public void serve(String name) {
        List<Map<String, Object>> actions = new ArrayList<>();
        List<String> others = new ArrayList<>();
        all().forEach((other, serves) -> {
            if (!other.equals(name)) {
                others.add(other);
                if (serves) {
                    actions.add(action("remove", other));
                }
            }
        });
        actions.add(action("add", name));
        alias(actions);
        serving.put(settings.prefix(), name);
        for (String other : others) {
            var _ = cluster.delete("/" + other);
            opened.remove(other);
        }
    }

    private Map<String, Object> action(String kind, String index) {
        return Map.of(kind, Map.of("index", index, "alias", settings.prefix()));
    }

    /** All at once. */
    private void alias(List<?> actions) {
        var _ = cluster.send("POST", "/_aliases", Map.of("actions", actions));
    }
}
