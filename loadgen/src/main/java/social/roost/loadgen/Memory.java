package social.roost.loadgen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory of a server after everything it does not need is collected.
 *
 * @param heapKibibytes of objects in use, directly after a full collection
 * @param residentKibibytes of the process
 */
record Memory(long heapKibibytes, long residentKibibytes) {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    static Memory of(ChildProcess server) throws IOException, InterruptedException {
        // Otherwise the collector keeps more than twice what is in use.
        var _ = jcmd(server, "VM.set_flag", "MinHeapFreeRatio", "5");
        var _ = jcmd(server, "VM.set_flag", "MaxHeapFreeRatio", "10");
        var _ = jcmd(server, "GC.run");
        Matcher used = USED.matcher(jcmd(server, "GC.heap_info"));
        if (!used.find()) {
            throw new IOException("GC.heap_info reports no used memory");
        }
        return new Memory(Long.parseLong(used.group(1)), server.residentKibibytes());
    }

    /** Object bytes for each of the objects added since then. */
    double objectBytesOfEach(Memory before, long count) {
        return (heapKibibytes - before.heapKibibytes) * 1024.0 / count;
    }

    /** Process bytes for each of the objects added since then. */
    double residentBytesOfEach(Memory before, long count) {
        return (residentKibibytes - before.residentKibibytes) * 1024.0 / count;
    }

    private static String jcmd(ChildProcess server, String... arguments) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        List<String> command = new ArrayList<>(List.of(jcmd, Long.toString(server.pid())));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed: " + output);
        }
        return output;
    }
}
