package social.roost.trendsjob;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import social.roost.app.Config;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.base.config.LoadedConfig;

/** The servers of {@code roost stack start} that the tests share. */
final class FlinkStack {
    private static final Path FOLDER = Path.of(System.getProperty("roost.test.stack", "../.stack"));

    private FlinkStack() {}

    /** @param others settings that take precedence, such as {@code kafka.prefix} */
    static LoadedConfig<Config> config(Map<String, String> others) {
        return ConfigLoader.load(Config.class, new ConfigSources(FOLDER.resolve("trends-job.yaml"), Map.of(), others));
    }

    /** Ends a server by SIGKILL. */
    static void kill(String server) throws IOException, InterruptedException {
        run("kill", server);
    }

    static void start(String server) throws IOException, InterruptedException {
        run("start", "--only", server);
    }

    private static void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of("../roost").toString(), "stack"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--dir", FOLDER.toAbsolutePath().toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", command) + " failed:\n" + output);
        }
    }
}
