package social.roost.app;

import java.nio.file.Path;
import java.util.List;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

/** What a server answers whose operator switched a part of it off. */
final class ClosedTour {
    private ClosedTour() {}

    static void drive(DescribedApi api, Path folder) {
        try (LocalServer roost = new LocalServer(folder.resolve("registration"), "registration.mode=closed")) {
            Answer closed = roost.call(DescribedApi.registration("eve", "eve@x.org"));
            var _ = api.check(403, "POST", AccountSteps.USERS, closed);
        }
        try (LocalServer roost = new LocalServer(folder.resolve("parts"), "timelines.public-timeline=false")) {
            String token = roost.token(roost.register("alice"));
            for (String method : List.of("GET", "PATCH")) {
                var _ = api.check(
                        404,
                        method,
                        MailSteps.EMAIL,
                        roost.call(RawRequest.of(method, MailSteps.EMAIL).token(token)));
            }
            var _ = api.check(
                    404,
                    "POST",
                    MailSteps.RESEND,
                    roost.call(RawRequest.of("POST", MailSteps.RESEND).token(token)));
            var _ = api.check(404, "POST", MailSteps.RESETS, roost.call(MailSteps.asked("alice@example.org")));
            var _ = api.check(404, "GET", TimelineSteps.PUBLIC, roost.call(RawRequest.of("GET", TimelineSteps.PUBLIC)));
            var _ = api.check(404, "GET", PushSteps.SUBSCRIPTIONS, roost.get(PushSteps.SUBSCRIPTIONS, token));
            RawRequest subscription =
                    RawRequest.of("POST", PushSteps.SUBSCRIPTIONS).token(token).json("{}");
            var _ = api.check(404, "POST", PushSteps.SUBSCRIPTIONS, roost.call(subscription));
        }
    }
}
