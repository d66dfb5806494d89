package social.roost.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory that the process takes from the machine. */
final class ProcessMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";

    /** Resident memory on Linux; elsewhere the memory of the JVM without native libraries. */
    long bytes() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(ProcessMemory::bytesIn)
                    .findFirst()
                    .orElseGet(ProcessMemory::committed);
        } catch (IOException e) {
            return committed();
        }
    }

    private static long bytesIn(String line) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1_024;
    }

    private static long committed() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        return memory.getHeapMemoryUsage().getCommitted()
                + memory.getNonHeapMemoryUsage().getCommitted();
    }
}
