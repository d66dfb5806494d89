package social.roost.e2e;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The processes of one test, which end with it. */
final class Children implements AutoCloseable {
    private final List<RoostProcess> processes = new ArrayList<>();

    /** A server that is ready. */
    RoostProcess start(Path data, String... options) {
        RoostProcess roost = begin(data, options);
        String _ = roost.address();
        return roost;
    }

    /** A server that may never be ready. */
    RoostProcess begin(Path data, String... options) {
        return kept(RoostProcess.begin(data, options));
    }

    /** Any command. */
    RoostProcess run(String... arguments) {
        return kept(RoostProcess.run(arguments));
    }

    private RoostProcess kept(RoostProcess process) {
        processes.add(process);
        return process;
    }

    @Override
    public void close() {
        processes.forEach(RoostProcess::close);
    }
}
