package social.roost.driver.opensearch;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.driver.CallSettings;
import social.roost.driver.StackServers;

/** Indexes of one test on the OpenSearch that the tests share. */
public final class OpenSearchStage implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final OpenSearchSettings settings;
    private final OpenSearchCluster cluster;

    public OpenSearchStage() {
        String prefix = "test-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
        settings = StackServers.read(Map.of("opensearch.prefix", prefix)).opensearch();
        cluster = new OpenSearchCluster(settings, calls());
    }

    private static CallSettings calls() {
        Map<String, String> patient = new HashMap<>(Map.of("deadline", "20s"));
        return ConfigLoader.load(CallSettings.class, new ConfigSources(null, Map.of(), patient))
                .value();
    }

    public OpenSearchSettings settings() {
        return settings;
    }

    public OpenSearchCluster cluster() {
        return cluster;
    }

    /** Lets searches find what was written. */
    public void refresh() {
        var _ = cluster.send("POST", "/" + settings.prefix() + "-*/_refresh", Map.of());
    }

    /** Deletes the indexes. */
    @Override
    public void close() {
        var _ = cluster.delete("/" + settings.prefix() + "-*");
        cluster.close();
    }
}
