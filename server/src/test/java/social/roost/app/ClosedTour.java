package social.roost.app;

import java.nio.file.Path;
import social.roost.http.RawRequest;

/** What a server answers whose operator switched a part of it off. */
final class ClosedTour {
    private ClosedTour() {}

    static void drive(DescribedApi api, Path folder) {
        try (LocalServer roost = new LocalServer(folder, "timelines.public-timeline=false")) {
            var _ = api.check(404, "GET", TimelineSteps.PUBLIC, roost.call(RawRequest.of("GET", TimelineSteps.PUBLIC)));
        }
    }
}
