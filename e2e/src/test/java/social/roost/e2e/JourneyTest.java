package social.roost.e2e;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The journeys in one process with its normal settings: tweets are pushed. */
final class JourneyTest implements Journeys {
    @TempDir
    private static Path folder;

    private static final int OPERATOR_PORT = FreePort.take();

    private static RoostProcess roost;

    @BeforeAll
    static void start() {
        roost = RoostProcess.start(folder.resolve("data"), "--admin.port=" + OPERATOR_PORT);
    }

    @AfterAll
    static void stop() {
        roost.close();
    }

    @Override
    public String address() {
        return roost.address();
    }

    @Override
    public Client operator() {
        return Client.at("http://127.0.0.1:" + OPERATOR_PORT);
    }
}
