package social.roost.media.process;

import org.junit.jupiter.api.AfterAll;
import social.roost.media.MediaProcessing;
import social.roost.media.MediaProcessingContract;

class WorkerMediaProcessingContractTest extends MediaProcessingContract {
    private static final WorkerMediaProcessing PROCESSING =
            new WorkerMediaProcessing(Settings.LIMITS, Settings.PROCESSING);

    @AfterAll
    static void stop() {
        PROCESSING.close();
    }

    @Override
    protected MediaProcessing processing() {
        return PROCESSING;
    }
}
