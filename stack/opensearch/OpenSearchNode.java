import org.codelibs.opensearch.runner.OpenSearchRunner;

/** Runs one node of OpenSearch in this process: its arguments are the folder, the port for clients and one for nodes. */
public final class OpenSearchNode {
    private OpenSearchNode() {}

    public static void main(String[] arguments) throws Exception {
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> settings.put("http.port", arguments[1])
                        .put("transport.port", arguments[2])
                        .put("network.host", "127.0.0.1")
                        .put("discovery.type", "single-node")
                        .put("action.auto_create_index", false)
                        .put("cluster.routing.allocation.disk.threshold_enabled", false)
                        .put("indices.memory.index_buffer_size", "32mb"))
                .build(OpenSearchRunner.newConfigs()
                        .basePath(arguments[0])
                        .clusterName("roost")
                        .numOfNode(1)
                        .useLogger()
                        .disableESLogger());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(runner)));
        System.out.println("OpenSearch is ready");
        Thread.currentThread().join();
    }

    private static void close(OpenSearchRunner runner) {
        try {
            runner.close();
        } catch (java.io.IOException e) {
            System.err.println("OpenSearch did not stop cleanly: " + e);
        }
    }
}
