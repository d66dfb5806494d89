package social.roost.app;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A scripted tour of everything the API does, valid and invalid, which checks each response against the description. It
 * grows with the API: a described status that does not occur here fails the test.
 */
final class ApiTour {
    private final DescribedApi api;
    private final LocalServer roost;

    ApiTour(ApiDescription description, LocalServer roost) {
        api = new DescribedApi(description, roost);
        this.roost = roost;
    }

    /** Settings of a server with every part of the API, and with limits that the tour reaches. */
    static String[] settings(String... more) {
        return MailSteps.on(Stream.concat(
                        Stream.of(
                                "sessions.password-memory=19MiB",
                                "sessions.password-threads=1",
                                "http.maximum-body=8KiB",
                                "push.contact=mailto:admin@example.org",
                                "admin.usernames=eve_admin,meg_admin"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    /** The API that steps use. */
    DescribedApi api() {
        return api;
    }

    /** Such as {@code 200 GET /health/live}. */
    Set<String> seen() {
        return api.seen();
    }

    /** Statuses that only {@code default} describes. */
    Set<Integer> byDefault() {
        return api.byDefault();
    }

    /** The order matters: what is posted and followed early is seen later. */
    void drive() {
        Guest alice = api.join("alice");
        Guest bob = api.join("bob");
        List.of(
                        new AccountSteps(api, roost, alice, bob),
                        new SecondFactorSteps(api, roost, alice, bob),
                        new MailSteps(api, roost, alice, bob),
                        new GraphSteps(api, roost, alice, bob),
                        new TweetSteps(api, roost, alice, bob),
                        new EngagementSteps(api, roost, alice, bob),
                        new EditSteps(api, roost, alice, bob),
                        new PollSteps(api, roost, alice, bob),
                        new DraftSteps(api, roost, alice, bob),
                        new AnalyticsSteps(api, roost, alice, bob),
                        new TimelineSteps(api, roost, alice, bob),
                        new RankingSteps(api, roost, alice, bob),
                        new SearchSteps(api, roost, alice, bob),
                        new FindSteps(api, roost, alice, bob),
                        new TrendSteps(api, roost, alice, bob),
                        new StreamSteps(api, roost, alice, bob),
                        new NotificationSteps(api, roost, alice, bob),
                        new PushSteps(api, roost, alice, bob),
                        new ListSteps(api, roost, alice, bob),
                        new MessageSteps(api, roost, alice, bob),
                        new MediaSteps(api, roost, alice, bob),
                        new ModerationSteps(api, roost, alice, bob),
                        new OperationSteps(api, roost, alice, bob),
                        new RefusalSteps(api, roost, alice, bob))
                .forEach(TourSteps::take);
    }
}
