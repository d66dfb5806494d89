package social.roost.driver.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.driver.PemFiles;

/** The JobManager of a Flink cluster, through its REST API. */
public final class FlinkCluster implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration SAVEPOINT_PATIENCE = Duration.ofMinutes(10);
    private static final String BOUNDARY = "----roost-jar";

    private static final Logger LOG = LoggerFactory.getLogger(FlinkCluster.class);

    private final JsonMapper mapper = new JsonMapper();
    private final FlinkSettings settings;
    private final HttpClient client;

    /** @throws social.roost.driver.UnusableStoreException if the certificates cannot be read */
    public FlinkCluster(FlinkSettings settings) {
        this.settings = settings;
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5));
        if (settings.tls().enabled()) {
            builder.sslContext(PemFiles.context(settings.tls()));
        }
        client = builder.version(HttpClient.Version.HTTP_1_1).build();
    }

    /**
     * A job.
     *
     * @param state Flink's name of it, such as {@code RUNNING}
     * @param isWorking whether all its tasks run
     */
    public record Job(String id, String name, String state, long startMillis, boolean isWorking) {
        /** Whether the job runs, or will without further commands. */
        public boolean isActive() {
            return switch (state) {
                case "FINISHED", "CANCELED", "FAILED", "SUSPENDED" -> false;
                default -> true;
            };
        }
    }

    /**
     * What a job did since it was started.
     *
     * @param restored how often its state was restored, also when it was started
     * @param checkpointMillis when it completed its last checkpoint, 0 before
     */
    public record Progress(int restored, long checkpointMillis, long checkpointBytes) {}

    /** The job of this name that is active, or else the last one. */
    public Optional<Job> job(String name) {
        return StreamSupport.stream(get("/jobs/overview").path("jobs").spliterator(), false)
                .map(json -> new Job(
                        json.path("jid").asText(),
                        json.path("name").asText(),
                        json.path("state").asText(),
                        json.path("start-time").asLong(),
                        json.path("tasks").path("running").asInt()
                                == json.path("tasks").path("total").asInt()))
                .filter(job -> job.name().equals(name))
                .max(Comparator.comparing(Job::isActive).thenComparingLong(Job::startMillis));
    }

    public Progress progress(Job job) {
        JsonNode checkpoints = get("/jobs/" + job.id() + "/checkpoints");
        JsonNode completed = checkpoints.path("latest").path("completed");
        return new Progress(
                checkpoints.path("counts").path("restored").asInt(),
                completed.path("latest_ack_timestamp").asLong(),
                completed.path("state_size").asLong());
    }

    /**
     * Starts a job.
     *
     * @param from the savepoint or checkpoint with the state to begin with; empty to begin without
     * @return the job's id
     */
    public String run(Path jar, List<String> arguments, String from) {
        String path = upload(jar);
        String name = path.substring(path.lastIndexOf('/') + 1);
        try {
            ObjectNode request = mapper.createObjectNode();
            ArrayNode list = request.putArray("programArgsList");
            arguments.forEach(list::add);
            if (!from.isEmpty()) {
                request.put("savepointPath", from);
            }
            return post("/jars/" + name + "/run", request).path("jobid").asText();
        } finally {
            delete(name);
        }
    }

    /** A jar that stays is only in the way. */
    private void delete(String jar) {
        try {
            var _ = ask("DELETE", "/jars/" + jar, BodyPublishers.noBody(), "application/json");
        } catch (FlinkException e) {
            LOG.warn("Flink keeps the uploaded jar {}", jar, e);
        }
    }

    private String upload(Path jar) {
        try {
            String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\""
                    + jar.getFileName() + "\"\r\nContent-Type: application/x-java-archive\r\n\r\n";
            BodyPublisher body = BodyPublishers.concat(
                    BodyPublishers.ofString(head, StandardCharsets.UTF_8),
                    BodyPublishers.ofFile(jar),
                    BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n", StandardCharsets.UTF_8));
            return ask("POST", "/jars/upload", body, "multipart/form-data; boundary=" + BOUNDARY)
                    .path("filename")
                    .asText();
        } catch (IOException e) {
            throw new FlinkException("The jar " + jar + " cannot be read", e);
        }
    }

    /**
     * Stops a job and keeps its state.
     *
     * @return where the savepoint is
     */
    public String stop(Job job) {
        String request = post(
                        "/jobs/" + job.id() + "/stop", mapper.createObjectNode().put("drain", false))
                .path("request-id")
                .asText();
        long end = System.nanoTime() + SAVEPOINT_PATIENCE.toNanos();
        while (System.nanoTime() - end < 0) {
            JsonNode answer = get("/jobs/" + job.id() + "/savepoints/" + request);
            if (answer.path("status").path("id").asText().equals("COMPLETED")) {
                JsonNode operation = answer.path("operation");
                if (!operation.has("location")) {
                    throw new FlinkException("The job goes on, because its savepoint failed: "
                            + firstLine(operation
                                    .path("failure-cause")
                                    .path("stack-trace")
                                    .asText()));
                }
                return operation.path("location").asText();
            }
            pause();
        }
        throw new FlinkException("The savepoint was not complete after " + SAVEPOINT_PATIENCE.toMinutes() + " minutes");
    }

    /** Ends a job without a savepoint; its checkpoints stay. */
    public void cancel(Job job) {
        var _ = ask("PATCH", "/jobs/" + job.id() + "?mode=cancel", BodyPublishers.noBody(), "application/json");
    }

    private JsonNode get(String path) {
        return ask("GET", path, BodyPublishers.noBody(), "application/json");
    }

    private JsonNode post(String path, JsonNode body) {
        return ask("POST", path, BodyPublishers.ofString(body.toString()), "application/json");
    }

    private JsonNode ask(String method, String path, BodyPublisher body, String type) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.url() + path))
                .timeout(DEADLINE)
                .header("content-type", type)
                .method(method, body)
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            JsonNode answer = mapper.readTree(response.body());
            if (response.statusCode() >= 300) {
                throw new FlinkException("Flink answered " + response.statusCode() + ": " + reason(answer));
            }
            return answer;
        } catch (IOException e) {
            throw new FlinkException("No JobManager answers at " + settings.url() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FlinkException("Interrupted", e);
        }
    }

    /** The last cause is the first one that says something. */
    private static String reason(JsonNode answer) {
        String text =
                answer.path("errors").path(answer.path("errors").size() - 1).asText();
        return text.lines()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((_, last) -> last)
                .orElse(firstLine(text));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("no reason");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FlinkException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
