package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import social.roost.app.ModelClient.Account;
import social.roost.event.Await;
import social.roost.event.EventLog;
import social.roost.notification.Notification;
import social.roost.notification.NotificationType;

/**
 * A process of this build, then one of a {@link NewerBuild} beside it, then that one alone, on the same stores and log,
 * while users write through all that run. Each process has all roles. The older one is a member of four groups that need
 * the stream of the new event type: what it gets of that type must wait until it has left.
 */
@DisplayName("A rolling upgrade with two builds loses no event and has no dead letters")
@Tag("stack")
@EnabledIfSystemProperty(named = "roost.test.long", matches = "true")
@Timeout(240)
class RollingUpgradeTest {
    /** Users who must have written before the next step. */
    private static final int STEP = 12;

    private final Map<String, String> settings = OwnCluster.settings();
    private final String names = Long.toString(ThreadLocalRandom.current().nextLong(1L << 30), 36);

    /** What has been written. */
    private final Queue<Long> tweets = new ConcurrentLinkedQueue<>();

    private final Queue<Long> mutedThroughNewer = new ConcurrentLinkedQueue<>();

    private volatile List<Build> running = List.of();
    private volatile boolean ended;

    @Test
    void eventsOfANewTypeWaitForTheNewerBuild(@TempDir Path folder) throws Exception {
        Path newerClasses = NewerBuild.compile(folder);
        settings.put("sessions.password-memory", "1MiB");
        try (Server observer = OwnCluster.server(settings, "live");
                ServerProcess older = ServerProcess.start(settings)) {
            Build old = new Build(new ModelClient(older.port()), false);
            running = List.of(old);
            Account alice = old.client().register("a" + names);
            assertThat(old.client().ids("/timelines/home", alice, 1))
                    .as("a timeline to push to")
                    .isEmpty();
            CompletableFuture<Void> writing =
                    CompletableFuture.runAsync(() -> write(alice), Thread::startVirtualThread);
            try (ServerProcess newer = ServerProcess.start(settings, newerClasses)) {
                Build next = new Build(new ModelClient(newer.port()), true);
                awaitSteps(1, writing);
                running = List.of(old, next);
                awaitSteps(2, writing);
                running = List.of(next);
                awaitSteps(1, writing);
                older.stop();
                awaitSteps(1, writing);
                ended = true;
                writing.join();

                assertThat(older.output()).contains("waits until this process is upgraded", "mute_told");
                assertEverythingArrived(observer, next.client(), alice);
                newer.stop();
                assertEverythingConsumed(observer);
            }
        }
    }

    private void awaitSteps(int steps, CompletableFuture<Void> writing) throws InterruptedException {
        int reached = tweets.size() + steps * STEP;
        Await.until(() -> tweets.size() >= reached || writing.isDone());
        assertThat(writing).isNotCompletedExceptionally();
    }

    /** One user after another mentions alice, who follows them, and mutes her. */
    private void write(Account alice) {
        for (int i = 0; !ended; i++) {
            List<Build> builds = running;
            Build build = builds.get(i % builds.size());
            ModelClient client = build.client();
            Account user = client.register("u" + names + i);
            client.follow(alice, user);
            tweets.add(client.post(user, "hello @" + alice.name()));
            client.screen(user, alice, "mute", true);
            if (build.isNewer()) {
                mutedThroughNewer.add(user.id());
            }
        }
    }

    private void assertEverythingArrived(Server observer, ModelClient client, Account alice) throws Exception {
        Await.until(
                () -> notifications(observer, alice, NotificationType.MENTION).size() == tweets.size());
        Await.until(() -> muters(observer, alice).size() == mutedThroughNewer.size());
        assertThat(notifications(observer, alice, NotificationType.MENTION))
                .extracting(Notification::targetId)
                .containsExactlyInAnyOrderElementsOf(tweets);
        assertThat(muters(observer, alice)).containsExactlyInAnyOrderElementsOf(mutedThroughNewer);
        Await.until(() -> client.ids("/timelines/home", alice, 100).size() == tweets.size());
    }

    /** A process that stops commits all that it has consumed, also what would wait for the next checkpoint. */
    private static void assertEverythingConsumed(Server observer) throws InterruptedException {
        EventLog log = observer.stores().infrastructure().events();
        for (String group : observer.features().groupNames()) {
            Await.noLag(log, group);
            assertThat(log.deadLetters(group, 10)).as(group).isEmpty();
        }
    }

    private static List<Notification> notifications(Server server, Account user, NotificationType type) {
        return server.stores().notifications().list(user.id(), EnumSet.of(type), null, 1_000);
    }

    /** Those of whom the newer build has notified a user. */
    private static List<Long> muters(Server server, Account user) {
        List<Long> muters = new ArrayList<>();
        notifications(server, user, NotificationType.FOLLOW).forEach(each -> muters.addAll(each.actorIds()));
        return muters;
    }

    /** A running build, and how to reach it. */
    private record Build(ModelClient client, boolean isNewer) {}
}
