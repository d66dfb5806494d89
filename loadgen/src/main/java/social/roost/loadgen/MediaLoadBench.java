package social.roost.loadgen;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Large and hostile pictures arrive at once, while others read and post at fixed rates (open loop): the memory of all
 * processes, and the latencies until the last upload has a result, compared with those before.
 */
@Command(
        name = "media-load",
        mixinStandardHelpOptions = true,
        description = "Uploads 50 large and 50 hostile pictures at once: memory, and posts and home reads meanwhile.")
final class MediaLoadBench implements Callable<Integer> {
    private static final int AUTHORS = 200;
    private static final int FOLLOWEES = 100;
    private static final int UPLOADERS = 10;
    private static final int AT_ONCE = 8;
    private static final int CONNECTIONS = 64;
    private static final int LONGEST_RESPONSE = 2_000;
    private static final String LOST = "large failed";

    private final Report report;

    @Option(names = "--large", description = "Large pictures (default: ${DEFAULT-VALUE}).")
    private int large = 50;

    @Option(names = "--hostile", description = "Hostile pictures (default: ${DEFAULT-VALUE}).")
    private int hostile = 50;

    @Option(names = "--workers", description = "Pictures processed at a time (default: ${DEFAULT-VALUE}).")
    private int workers = 1;

    @Option(names = "--readers", description = "Number of readers (default: ${DEFAULT-VALUE}).")
    private int readers = 2_000;

    @Option(names = "--reads", description = "Home timeline reads per second (default: ${DEFAULT-VALUE}).")
    private int reads = 500;

    @Option(names = "--posts", description = "Tweets per second (default: ${DEFAULT-VALUE}).")
    private int posts = 50;

    @Option(names = "--seconds", description = "Duration of the comparison in seconds (default: ${DEFAULT-VALUE}).")
    private int seconds = 10;

    MediaLoadBench(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        report.section("%d large and %d hostile pictures at once".formatted(large, hostile));
        List<UploadFile> files = files();
        try (Bench bench = Bench.imported(World.of(readers, AUTHORS, FOLLOWEES, 0), Jars.server())) {
            List<String> flags = new ArrayList<>(Bench.UNLIMITED);
            flags.add("--media.processing.workers=" + workers);
            flags.add("--media.limits.image-size=64MiB");
            flags.add("--media.unused-uploads=" + files.size());
            flags.add("--media.unused-size=16GiB");
            ChildProcess server = bench.restart(flags);
            bench.post(4_000);
            bench.warm();
            System.out.println("Warming up ...");
            int failed = traffic(bench, forSeconds(), new Recording("warming up"), new Recording("warming up"));
            Recording read = new Recording("home read");
            Recording posted = new Recording("post, durable");
            failed += traffic(bench, forSeconds(), read, posted);
            report.line("%,d home reads/s and %,d posts/s without uploads:", reads, posts);
            report.latencies(read, posted);
            return failed + withUploads(bench, server, files) == 0 ? 0 : 1;
        }
    }

    private LongPredicate forSeconds() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        return due -> due < end;
    }

    /** Large and hostile ones mixed, always in the same order. */
    private List<UploadFile> files() throws IOException {
        List<UploadFile> photographs = List.of(
                UploadFile.photograph(Photographs.jpeg(4_000, 3_000, 3, false)),
                UploadFile.photograph(Photographs.jpeg(7_680, 4_320, 4, false)),
                UploadFile.photograph(Photographs.jpeg(7_680, 4_320, 5, true)));
        List<UploadFile> bombs = HostileFiles.all();
        List<UploadFile> files = new ArrayList<>();
        for (int i = 0; i < large; i++) {
            files.add(photographs.get(i % photographs.size()));
        }
        for (int i = 0; i < hostile; i++) {
            files.add(bombs.get(i % bombs.size()));
        }
        Collections.shuffle(files, new Random(7));
        return files;
    }

    /** Returns how many requests failed; latencies are recorded. */
    private int traffic(Bench bench, LongPredicate goesOn, Recording read, Recording posted)
            throws IOException, InterruptedException {
        List<String> readers = bench.readers();
        List<String> authors = bench.authors();
        Drafts drafts = new Drafts(System.nanoTime());
        SplittableRandom reader = new SplittableRandom(1);
        SplittableRandom author = new SplittableRandom(2);
        AtomicLong open = new AtomicLong();
        try (LoadClient client = LoadClient.connect(bench.port(), CONNECTIONS)) {
            Thread posting = Thread.ofPlatform()
                    .start(() -> OpenLoop.runWhile(goesOn, posts, 2, due -> {
                        String token = authors.get(author.nextInt(authors.size()));
                        open.incrementAndGet();
                        client.send(Request.post("/api/roost/v1/tweets", token, drafts.next()), response -> {
                            posted.record(due, response);
                            open.decrementAndGet();
                        });
                    }));
            OpenLoop.runWhile(goesOn, reads, 1, due -> {
                String token = readers.get(reader.nextInt(readers.size()));
                open.incrementAndGet();
                client.send(Request.get(HomeReads.PATH, token), response -> {
                    read.record(due, response);
                    open.decrementAndGet();
                });
            });
            posting.join();
            Thread.sleep(LONGEST_RESPONSE);
        }
        return read.failed() + posted.failed() + open.intValue();
    }

    private int withUploads(Bench bench, ChildProcess server, List<UploadFile> files)
            throws IOException, InterruptedException {
        long bytes = files.stream().mapToLong(file -> file.content().length).sum();
        Recording read = new Recording("home read");
        Recording posted = new Recording("post, durable");
        CompletableFuture<Double> processed = new CompletableFuture<>();
        Map<String, Integer> results = new ConcurrentSkipListMap<>();
        long residentBefore = server.residentMebibytes();
        try (FamilyMemory memory = FamilyMemory.watch(server)) {
            Thread uploading = Thread.ofPlatform().start(() -> upload(bench, files, results, processed));
            int failed = traffic(bench, due -> !processed.isDone(), read, posted);
            uploading.join();
            report.line(
                    "The same during the uploads, %,d MB in all, processed %d at a time in %.0f s:",
                    bytes / 1_000_000, workers, processed.join());
            report.latencies(read, posted);
            report.line("Results: %s", results);
            FamilyMemory.Peaks peaks = memory.peaks();
            report.line(
                    "Resident MiB: the server %,d before and at most %,d; a worker at most %,d, all %,d; together %,d.",
                    residentBefore,
                    peaks.server() / 1024,
                    peaks.largest() / 1024,
                    peaks.others() / 1024,
                    peaks.all() / 1024);
            return failed + results.getOrDefault(LOST, 0);
        }
    }

    /** Completes with the seconds until the last one had a result. */
    private static void upload(
            Bench bench, List<UploadFile> files, Map<String, Integer> results, CompletableFuture<Double> processed) {
        long begun = System.nanoTime();
        try (HttpClient client = Http.client();
                ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Uploader> uploaders = bench.authors().stream()
                    .limit(UPLOADERS)
                    .map(token -> new Uploader(client, bench.port(), token))
                    .toList();
            List<Callable<Callable<String>>> sending = new ArrayList<>();
            for (UploadFile file : files) {
                Uploader uploader = uploaders.get(sending.size() % UPLOADERS);
                sending.add(() -> {
                    String id = uploader.upload(file.content(), file.type());
                    return () -> name(file, uploader.result(id));
                });
            }
            for (Future<Callable<String>> sent : threads.invokeAll(sending)) {
                results.merge(sent.get().call(), 1, Integer::sum);
            }
            processed.complete((System.nanoTime() - begun) / 1e9);
        } catch (Exception e) {
            processed.completeExceptionally(e);
        }
    }

    private static String name(UploadFile file, JsonNode medium) {
        String state = medium.path("state").asText();
        if (!file.isHostile()) {
            return state.equals("ready") ? "large ready" : LOST;
        }
        return "hostile "
                + (state.equals("ready") ? state : medium.at("/failure/code").asText());
    }
}
