package social.roost.loadgen;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deliveries of a picture that everyone may see, in turn with nginx, which delivers the same file from a folder. */
@Command(
        name = "media-files",
        mixinStandardHelpOptions = true,
        description = "Reads a picture of 200 KB at full speed, compared with nginx. Needs wrk and nginx.")
final class MediaFilesBench implements Callable<Integer> {
    /** Processing makes about 200 KB of it. */
    private static final int WIDTH = 1_360;

    private static final int HEIGHT = 1_020;

    private final Report report;

    @Option(names = "--rounds", description = "Measured rounds (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--seconds", description = "Seconds per server and round (default: ${DEFAULT-VALUE}).")
    private int seconds = 8;

    @Option(names = "--connections", description = "Connections kept busy (default: ${DEFAULT-VALUE}).")
    private int connections = 64;

    MediaFilesBench(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (Wrk.isMissing() || NginxBaseline.isMissing()) {
            return 1;
        }
        report.section("Deliveries of a picture");
        try (Bench bench = Bench.start(World.of(10, 10, 10, 0));
                HttpClient client = Http.client()) {
            String path = post(new Uploader(client, bench.port(), bench.token(0)));
            Path root = bench.folder().resolve("root");
            copy(client, bench.port(), path, root);
            try (NginxBaseline nginx = NginxBaseline.serve(root, bench.folder())) {
                compare(Wrk.anonymous(bench.folder(), path, connections), bench.server(), nginx);
            }
        }
        return 0;
    }

    /** The path of the largest size. */
    private static String post(Uploader uploader) throws IOException, InterruptedException {
        String id = uploader.upload(Photographs.jpeg(WIDTH, HEIGHT, 1, false), "image/jpeg");
        JsonNode sizes = uploader.result(id).path("sizes");
        uploader.post(id);
        return sizes.path(sizes.size() - 1).path("url").asText();
    }

    private void copy(HttpClient client, int port, String path, Path root) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        byte[] picture = client.send(request, BodyHandlers.ofByteArray()).body();
        Path copy = root.resolve(path.substring(1));
        Files.createDirectories(copy.resolveSibling(""));
        Path _ = Files.write(copy, picture);
        report.line("The picture has %,d bytes; %d connections.", picture.length, connections);
    }

    private void compare(Wrk wrk, ChildProcess roost, NginxBaseline nginx) throws IOException, InterruptedException {
        System.out.println("Warming up ...");
        wrk.warmUp(roost.port(), seconds);
        wrk.warmUp(nginx.port(), seconds);
        wrk.warmUp(roost.port(), seconds);
        List<Double> ratios = new ArrayList<>();
        report.line("round   roost/s   nginx/s   ratio   roost p99 ms   nginx p99 ms   roost CPU us   nginx CPU us");
        for (int round = 1; round <= rounds; round++) {
            double before = roost.cpuSeconds();
            Wrk.Result own = wrk.run(roost.port(), seconds);
            double cpu = (roost.cpuSeconds() - before) * 1e6 / (own.rate() * seconds);
            double beforeNginx = nginx.cpuSeconds();
            Wrk.Result other = wrk.run(nginx.port(), seconds);
            double cpuOfNginx = (nginx.cpuSeconds() - beforeNginx) * 1e6 / (other.rate() * seconds);
            ratios.add(own.rate() / other.rate());
            report.line(
                    "%5d %9.0f %9.0f %7.2f %14.2f %14.2f %14.1f %14.1f",
                    round,
                    own.rate(),
                    other.rate(),
                    ratios.getLast(),
                    own.ninetyNine(),
                    other.ninetyNine(),
                    cpu,
                    cpuOfNginx);
        }
        report.line("Roost has %.2f of nginx's rate (median).", Medians.of(ratios));
    }
}
