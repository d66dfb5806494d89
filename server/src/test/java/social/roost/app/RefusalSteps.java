package social.roost.app;

import static social.roost.app.AccountSteps.ME;
import static social.roost.app.AccountSteps.MY_PASSWORD;
import static social.roost.app.AccountSteps.SESSIONS;
import static social.roost.app.AccountSteps.USERS;
import static social.roost.app.GraphSteps.MUTE;
import static social.roost.app.LocalServer.PASSWORD;
import static social.roost.app.NotificationSteps.PREFERENCES;
import static social.roost.app.NotificationSteps.READ;
import static social.roost.app.TweetSteps.THREADS;
import static social.roost.app.TweetSteps.TWEETS;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import social.roost.http.Answer;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;

/** What any operation rejects: bad tokens, bodies and requests, and too much at once. */
final class RefusalSteps extends TourSteps {
    /** More than fit, in progress or waiting. */
    private static final int CROWD = 20 * Math.max(2, Runtime.getRuntime().availableProcessors());

    RefusalSteps(DescribedApi api, LocalServer roost, Guest alice, Guest bob) {
        super(api, roost, alice, bob);
    }

    @Override
    void take() {
        badTokens();
        badBodies();
        anyRequest();
        overload();
    }

    /** A token that is sent must be valid, everywhere. */
    private void badTokens() {
        roost.routes().forEach(route -> {
            String path = route.template().replaceAll("\\{[a-z_]+}", alice.id());
            for (String authorization : List.of("Bearer nonsense", "Basic YTpi")) {
                RawRequest request = RawRequest.of(route.method(), path).header("authorization", authorization);
                step(401, route.method(), route.template(), request);
            }
        });
    }

    private void badBodies() {
        List<String> lines = List.of(
                "POST " + USERS,
                "PATCH " + ME,
                "PUT " + MY_PASSWORD,
                "POST " + SESSIONS,
                "POST " + MailSteps.RESETS,
                "POST " + MailSteps.RESET,
                "PATCH " + MailSteps.EMAIL,
                "PUT " + MUTE,
                "PUT " + GraphSteps.FOLLOW,
                "POST " + GraphSteps.WORDS,
                "POST " + SecondFactorSteps.TOTP,
                "DELETE " + SecondFactorSteps.TOTP,
                "POST " + SecondFactorSteps.CONFIRM,
                "POST " + SecondFactorSteps.RECOVERY_CODES,
                "POST " + SecondFactorSteps.SECOND_STEP,
                "POST " + TWEETS,
                "POST " + THREADS,
                "PATCH " + TweetSteps.TWEET,
                "POST " + READ,
                "POST " + PollSteps.VOTES,
                "PATCH " + DraftSteps.ONE_SCHEDULED,
                "PUT " + DraftSteps.DRAFT,
                "POST " + AnalyticsSteps.IMPRESSIONS,
                "PATCH " + PREFERENCES,
                "POST " + ListSteps.ALL,
                "PATCH " + ListSteps.ONE,
                "POST " + RankingSteps.OF_TWEET,
                "POST " + MessageSteps.ALL,
                "PATCH " + MessageSteps.ONE,
                "POST " + MessageSteps.MESSAGES,
                "POST " + MessageSteps.MARKER,
                "PUT " + MessageSteps.MEMBER,
                "PATCH " + TrendSteps.CHOICES,
                "POST " + PushSteps.SUBSCRIPTIONS,
                "POST " + ModerationSteps.REPORTS,
                "POST " + MediaSteps.BEGIN,
                "PATCH " + MediaSteps.MEDIA);
        for (String line : lines) {
            String method = line.substring(0, line.indexOf(' '));
            String template = line.substring(line.indexOf(' ') + 1);
            String path = template.replace("{id}", bob.id()).replace("{user_id}", bob.id());
            step(400, method, template, own(method, path).json("{"));
            step(413, method, template, own(method, path).json("{\"a\":\"" + "x".repeat(9_000) + "\"}"));
            step(415, method, template, own(method, path).body(new byte[] {'{', '}'}));
            step(422, method, template, own(method, path).json("{\"unheard_of\":1}"));
        }
    }

    /** What does not depend on the operation, tested with one. */
    private void anyRequest() {
        step(404, "GET", ME, RawRequest.of("GET", "/api/roost/v1/nothing"));
        step(405, "GET", ME, RawRequest.of("POST", ME));
        step(413, "GET", ME, own("GET", ME).body(new byte[9_000]));
        step(414, "GET", ME, RawRequest.of("GET", ME + "?" + "x".repeat(9_000)));
        step(431, "GET", ME, RawRequest.of("GET", ME).header("x-large", "x".repeat(17_000)));
        step(400, "GET", ME, RawRequest.of("GET", ME).header("bad name", "x"));
    }

    /** Keeps all places for password hashing occupied until a request is rejected (SECURITY 6). */
    private void overload() {
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CROWD; i++) {
                crowd.execute(() -> logInUntil(done));
            }
            try {
                untilOverloaded("PUT", MY_PASSWORD, AccountSteps.changed(bob, "a guess", PASSWORD));
                for (String line : SecondFactorSteps.HASHING) {
                    String method = line.substring(0, line.indexOf(' '));
                    String path = line.substring(line.indexOf(' ') + 1);
                    untilOverloaded(
                            method, path, bob.request(method, path).json("{\"password\":\"a guess\",\"code\":\"1\"}"));
                }
                untilOverloaded("POST", MailSteps.RESET, MailSteps.reset("none", "staple correct horse"));
                untilOverloaded("POST", USERS, DescribedApi.registration("eve", "eve@x.org"));
                untilOverloaded("POST", SESSIONS, AccountSteps.logIn("wrong password"));
            } finally {
                done.set(true);
            }
        }
    }

    private void logInUntil(AtomicBoolean done) {
        try (RawClient client = new RawClient(roost.port)) {
            while (!done.get()) {
                if (client.call(AccountSteps.logIn("wrong password")).status() == 503) {
                    LockSupport.parkNanos(1_000_000);
                }
            }
        }
    }

    private void untilOverloaded(String method, String path, RawRequest request) {
        for (int i = 0; i < 100; i++) {
            Answer answer = roost.call(request);
            api.check(answer.status(), method, path, answer);
            if (answer.status() == 503) {
                return;
            }
        }
    }
}
