package social.roost.loadgen;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import social.roost.base.config.ByteSize;
import social.roost.media.MediaLimits;
import social.roost.media.MediaProcessing;
import social.roost.media.ProcessingSettings;
import social.roost.media.Purpose;
import social.roost.media.process.WorkerMediaProcessing;

/** Pictures of 12 megapixels through the whole pipeline, in turn with other programs that make the same sizes. */
@Command(
        name = "media",
        mixinStandardHelpOptions = true,
        description = "Processes pictures of 12 megapixels, in turn with vipsthumbnail and ImageMagick if installed.")
final class MediaBench implements Callable<Integer> {
    private static final int WIDTH = 4_000;
    private static final int HEIGHT = 3_000;
    private static final int[] SIDES = {2_048, 1_200, 680};
    private static final int THUMB = 150;

    private final Report report;

    @Option(names = "--pictures", description = "Pictures in each round (default: ${DEFAULT-VALUE}).")
    private int pictures = 16;

    @Option(names = "--rounds", description = "Measured rounds (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--at-once", description = "Pictures processed at once (default: the number of processors).")
    private int atOnce = Runtime.getRuntime().availableProcessors();

    MediaBench(Report report) {
        this.report = report;
    }

    /** Makes all sizes of a picture in a folder. */
    @FunctionalInterface
    private interface Program {
        void process(Path picture, Path folder) throws IOException, InterruptedException;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        report.section("Pictures of 12 megapixels, %d at once".formatted(atOnce));
        Path folder = Files.createTempDirectory("roost-bench");
        try (MediaProcessing roost = new WorkerMediaProcessing(limits(), settings())) {
            List<Path> files = draw(folder);
            Map<String, Program> programs = programs(roost);
            Map<String, List<Double>> rates = new LinkedHashMap<>();
            for (int round = 0; round <= rounds; round++) {
                for (Map.Entry<String, Program> program : programs.entrySet()) {
                    double rate = rate(program.getValue(), files, folder);
                    if (round > 0) { // the first one warms up
                        rates.computeIfAbsent(program.getKey(), name -> new ArrayList<>())
                                .add(rate);
                    }
                }
            }
            print(rates);
            return 0;
        } finally {
            delete(folder);
        }
    }

    private static MediaLimits limits() {
        return new MediaLimits(
                new ByteSize(32 << 20),
                33_177_600,
                new ByteSize(15 << 20),
                new ByteSize(256 << 20),
                Duration.ofSeconds(140));
    }

    private ProcessingSettings settings() {
        return new ProcessingSettings(
                atOnce, new ByteSize(384 << 20), Duration.ofSeconds(60), Duration.ofMinutes(9), "ffmpeg");
    }

    private static Map<String, Program> programs(MediaProcessing roost) {
        Map<String, Program> programs = new LinkedHashMap<>();
        programs.put("roost", (picture, folder) -> roost.process(picture, Purpose.TWEET, folder, share -> {}));
        if (isInstalled("vipsthumbnail")) {
            programs.put("vipsthumbnail", MediaBench::vips);
        }
        if (isInstalled("convert")) {
            programs.put("ImageMagick", MediaBench::imageMagick);
        }
        return programs;
    }

    /** One call for each size, which reads no more of the picture than it needs. */
    private static void vips(Path picture, Path folder) throws IOException, InterruptedException {
        for (int side : SIDES) {
            String size = side + "x" + side + ">";
            run(List.of(
                    "vipsthumbnail",
                    picture.toString(),
                    "--size",
                    size,
                    "-o",
                    folder + "/" + side + ".jpg[Q=85,strip]"));
        }
        run(List.of(
                "vipsthumbnail",
                picture.toString(),
                "--size",
                THUMB + "x" + THUMB,
                "--smartcrop",
                "centre",
                "-o",
                folder + "/thumb.jpg[Q=85,strip]"));
    }

    /** One call, in which each size is made from the one before. */
    private static void imageMagick(Path picture, Path folder) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("convert", picture.toString(), "-auto-orient", "-strip", "-quality", "85"));
        for (int side : SIDES) {
            command.addAll(List.of("-resize", side + "x" + side + ">", "-write", folder + "/" + side + ".jpg"));
        }
        String thumb = THUMB + "x" + THUMB;
        command.addAll(List.of("-resize", thumb + "^", "-gravity", "center", "-extent", thumb, folder + "/thumb.jpg"));
        run(command);
    }

    private double rate(Program program, List<Path> files, Path folder) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            List<Future<?>> jobs = new ArrayList<>();
            for (int number = 0; number < pictures; number++) {
                Path picture = files.get(number % files.size());
                jobs.add(threads.submit(() -> {
                    Path output = Files.createTempDirectory(folder, "output");
                    program.process(picture, output);
                    return output;
                }));
            }
            for (Future<?> job : jobs) {
                job.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        return pictures / ((System.nanoTime() - begun) / 1e9);
    }

    private void print(Map<String, List<Double>> rates) {
        double roost = Medians.of(rates.getOrDefault("roost", List.of(0.0)));
        rates.forEach((name, measured) -> {
            double median = Medians.of(measured);
            report.line("%-14s %6.2f pictures/s, Roost has %.2f of it", name, median, roost / median);
        });
    }

    private static List<Path> draw(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            byte[] picture = Photographs.jpeg(WIDTH, HEIGHT, number, false);
            files.add(Files.write(folder.resolve(number + ".jpg"), picture));
        }
        return files;
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException(command.getFirst() + " failed");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
