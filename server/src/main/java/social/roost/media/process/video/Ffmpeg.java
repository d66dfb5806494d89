package social.roost.media.process.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.media.process.program.Programs;

/** The programs ffmpeg and ffprobe, and how they are run: each with a limit for its memory. */
public final class Ffmpeg {
    private static final Set<String> ENCODERS = Set.of("libx264", "aac", "png");
    private static final Duration CHECK = Duration.ofSeconds(30);

    /** Address space in KiB: a video of 8K takes half of it. Systems that do not know this limit ignore it. */
    private static final String LIMITED = "ulimit -v 3145728 2>/dev/null; exec \"$@\"";

    private static final Logger LOG = LoggerFactory.getLogger(Ffmpeg.class);

    private final Path ffmpeg;
    private final Path ffprobe;
    private final Programs programs;

    private Ffmpeg(Path ffmpeg, Path ffprobe, Programs programs) {
        this.ffmpeg = ffmpeg;
        this.ffprobe = ffprobe;
        this.programs = programs;
    }

    /**
     * Finds ffmpeg and checks that it has what is needed; logs why if not.
     *
     * @param program its path, or its name on the PATH
     */
    public static Optional<Ffmpeg> find(String program, Programs programs) {
        Optional<Path> ffmpeg = Programs.find(program).map(Path::toAbsolutePath);
        Optional<Path> ffprobe = ffmpeg.map(
                file -> file.resolveSibling(file.getFileName().toString().replace("ffmpeg", "ffprobe")));
        if (ffmpeg.isEmpty()) {
            return without("the program " + program + " was not found");
        } else if (ffprobe.equals(ffmpeg) || !Files.isExecutable(ffprobe.get())) {
            return without("there is no ffprobe next to " + ffmpeg.get());
        }
        Ffmpeg found = new Ffmpeg(ffmpeg.get(), ffprobe.get(), programs);
        Set<String> missing = found.missingEncoders();
        if (programs.isClosed()) {
            return Optional.empty();
        }
        return missing.isEmpty() ? Optional.of(found) : without(ffmpeg.get() + " has no encoder " + missing);
    }

    /** Converts: {@code arguments} name the output. */
    Programs.Ended convert(List<String> arguments, Duration deadline, Consumer<String> progress)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ffmpeg.toString(), "-nostdin", "-hide_banner", "-v", "error", "-nostats", "-progress", "pipe:1", "-y"));
        command.addAll(arguments);
        return run(command, deadline, progress);
    }

    /** Describes a file as JSON. */
    Programs.Ended probe(List<String> arguments, Duration deadline, Consumer<String> lines)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ffprobe.toString(), "-hide_banner", "-v", "error"));
        command.addAll(arguments);
        return run(command, deadline, lines);
    }

    /** How to open a file: only it, and only with this demuxer. */
    static List<String> input(Path file, String demuxer) {
        return List.of("-protocol_whitelist", "file", "-f", demuxer, "-i", "file:" + file);
    }

    private Programs.Ended run(List<String> command, Duration deadline, Consumer<String> lines)
            throws IOException, InterruptedException {
        List<String> limited = new ArrayList<>(List.of("/bin/sh", "-c", LIMITED, "sh"));
        limited.addAll(command);
        return programs.run(limited, deadline, lines);
    }

    private Set<String> missingEncoders() {
        Set<String> missing = ConcurrentHashMap.newKeySet();
        missing.addAll(ENCODERS);
        try {
            run(List.of(ffmpeg.toString(), "-hide_banner", "-v", "error", "-encoders"), CHECK, line -> {
                String[] words = line.strip().split(" +", 3);
                if (words.length > 1) {
                    missing.remove(words[1]);
                }
            });
        } catch (IOException e) {
            LOG.debug("Cannot run {}", ffmpeg, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return missing;
    }

    private static Optional<Ffmpeg> without(String reason) {
        LOG.warn("Videos and animated GIFs are rejected: {}. Install ffmpeg 5.1 or newer, or set its path", reason);
        return Optional.empty();
    }
}
