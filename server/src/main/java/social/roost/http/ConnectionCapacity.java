package social.roost.http;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The number of connections that this process can have open without running out of file descriptors or memory. */
final class ConnectionCapacity {
    /** For files, the stores' connections and the JVM itself. */
    private static final long OTHER_DESCRIPTORS = 512;

    /** Heap for an idle connection; one with TLS takes about as much. */
    private static final long BYTES_PER_CONNECTION = 16 * 1024;

    private ConnectionCapacity() {}

    static int ofThisProcess() {
        long byHeap = Runtime.getRuntime().maxMemory() / BYTES_PER_CONNECTION;
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, Math.min(byHeap, byDescriptors())));
    }

    private static long byDescriptors() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            long most = system.getMaxFileDescriptorCount();
            return Math.max(most / 2, most - OTHER_DESCRIPTORS);
        }
        return Long.MAX_VALUE;
    }
}
