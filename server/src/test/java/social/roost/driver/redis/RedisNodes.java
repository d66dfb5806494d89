package social.roost.driver.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import social.roost.event.Await;

/** A Redis Cluster of three masters for one test. */
public final class RedisNodes implements AutoCloseable {
    private final List<RedisProcess> nodes = new ArrayList<>();

    public RedisNodes(Path folder) throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            Path own = folder.resolve("node" + i);
            nodes.add(new RedisProcess(
                    Files.createDirectories(own),
                    "--cluster-enabled",
                    "yes",
                    "--cluster-config-file",
                    "nodes.conf",
                    "--cluster-node-timeout",
                    "2000",
                    "--cluster-require-full-coverage",
                    "no"));
        }
        join();
    }

    public String address() {
        return nodes.getFirst().address();
    }

    public RedisProcess node(int number) {
        return nodes.get(number);
    }

    @Override
    public void close() {
        nodes.forEach(RedisProcess::close);
    }

    private void join() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("redis-cli", "--cluster", "create"));
        nodes.forEach(node -> command.add(node.address()));
        command.addAll(List.of("--cluster-replicas", "0", "--cluster-yes"));
        Process joining = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!joining.waitFor(30, TimeUnit.SECONDS) || joining.exitValue() != 0) {
            throw new IllegalStateException("The cluster could not be made");
        }
        Await.until(() -> nodes.stream().allMatch(RedisNodes::isWell));
    }

    /** Nodes that have joined reject calls for a moment. */
    private static boolean isWell(RedisProcess node) {
        return node.answer("CLUSTER INFO").contains("cluster_state:ok");
    }
}
