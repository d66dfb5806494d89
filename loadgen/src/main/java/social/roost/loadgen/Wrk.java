package social.roost.loadgen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs wrk, which keeps a number of connections busy with one request after the other. */
final class Wrk {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern NINETY_NINE = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern ERRORS = Pattern.compile("(Non-2xx|Socket errors).*");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

    private final Path script;
    private final int connections;

    private Wrk(Path script, int connections) {
        this.script = script;
        this.connections = connections;
    }

    /**
     * Creates a run in which connections alternate between the tokens.
     *
     * @param folder for the script
     * @param name of the script
     */
    Wrk(Path folder, String name, String path, List<String> tokens, int connections) throws IOException {
        this(script(folder.resolve(name + ".lua"), "GET", path, tokens, "nil"), connections);
    }

    /**
     * Creates a run that posts the same body repeatedly, alternating between the users with these tokens.
     *
     * @param body JSON without line breaks
     */
    static Wrk posting(Path folder, String path, List<String> tokens, String body, int connections) throws IOException {
        return new Wrk(script(folder.resolve("post.lua"), "POST", path, tokens, "'" + body + "'"), connections);
    }

    /** Creates a run that reads the same path without a token. */
    static Wrk anonymous(Path folder, String path, int connections) throws IOException {
        return new Wrk(
                Files.writeString(folder.resolve("anonymous.lua"), "wrk.path = \"" + path + "\"\n"), connections);
    }

    private static Path script(Path file, String method, String path, List<String> tokens, String body)
            throws IOException {
        String list = tokens.stream().map(token -> '"' + token + '"').collect(Collectors.joining(","));
        return Files.writeString(file, """
                local tokens = {%s}
                local requests = {}
                local next = 0
                function init(args)
                  for i, token in ipairs(tokens) do
                    local headers = {["Authorization"] = "Bearer " .. token, ["Content-Type"] = "application/json"}
                    requests[i] = wrk.format("%s", "%s", headers, %s)
                  end
                end
                function request()
                  next = next %% #requests + 1
                  return requests[next]
                end
                """.formatted(list, method, path, body));
    }

    /**
     * Runs for this long.
     *
     * @throws IOException if wrk is not installed or a response was not 200
     */
    Result run(int port, int seconds) throws IOException, InterruptedException {
        String output = output(port, seconds);
        if (ERRORS.matcher(output).find()) {
            throw new IOException("wrk failed:\n" + output);
        }
        return new Result(number(RATE, output), millis(output));
    }

    /** Runs for this long, whatever the responses are. */
    Mixed runMixed(int port, int seconds) throws IOException, InterruptedException {
        String output = output(port, seconds);
        double all = number(RATE, output);
        Matcher refused = REFUSED.matcher(output);
        return new Mixed(all, refused.find() ? Double.parseDouble(refused.group(1)) / seconds : 0);
    }

    /** Runs for this long, whatever the responses are: a server that has just started may not keep up yet. */
    void warmUp(int port, int seconds) throws IOException, InterruptedException {
        var _ = output(port, seconds);
    }

    private String output(int port, int seconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "wrk",
                        "-t1",
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "--latency",
                        "-s",
                        script.toString(),
                        "http://127.0.0.1:" + port)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("wrk failed:\n" + output);
        }
        return output;
    }

    /** Prints how to install wrk if it is missing. */
    static boolean isMissing() {
        try {
            var _ = new ProcessBuilder("wrk", "-v")
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
            return false;
        } catch (IOException e) {
            System.err.println(
                    "roost: This needs wrk on the PATH (Debian, Ubuntu: apt install wrk; macOS: brew install wrk).");
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static double number(Pattern pattern, String output) throws IOException {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IOException("Unexpected output of wrk:\n" + output);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private static double millis(String output) throws IOException {
        double value = number(NINETY_NINE, output);
        Matcher matcher = NINETY_NINE.matcher(output);
        String unit = matcher.find() ? matcher.group(2) : "ms";
        return switch (unit) {
            case "us" -> value / 1000;
            case "s" -> value * 1000;
            default -> value;
        };
    }

    /** Responses per second, and how many of them were not 2xx. */
    record Mixed(double rate, double refused) {
        double admitted() {
            return rate - refused;
        }
    }

    /** Responses per second, and the 99th percentile of the latency in milliseconds, at full load. */
    record Result(double rate, double ninetyNine) {}
}
