package social.roost.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import social.roost.event.Event.CountsChanged;
import social.roost.event.Event.TweetLiked;
import social.roost.event.Event.TweetPosted;
import social.roost.event.EventLog.Subscription;

/** What every {@link EventLog} promises while programs of two versions use it, the older one without an event type. */
@DisplayName("Rolling upgrade")
public abstract class UpgradedEventLogContract extends FollowedEventLogContract {
    private static final Set<Class<? extends Event>> NEWER = Set.of(TweetLiked.class);
    private static final int EVENTS = 3_000;

    /** Opens the same log as a program that does not know these types; the subclass closes it after the test. */
    protected abstract EventLog openOlder(DeliverySettings settings, Set<Class<? extends Event>> unknown)
            throws Exception;

    @Test
    void anOlderProgramSkipsANewEventOfAStreamThatItsConsumerDoesNotNeed() throws Exception {
        EventLog older = openOlder(SETTINGS, NEWER);
        older.subscribe(GROUP, only(Event.Stream.TWEETS, consumer));
        append(new TweetLiked(1, 10), new TweetPosted(1, 10));
        assertThat(consumer.take(1)).containsExactly(new TweetPosted(1, 10));
        Await.noLag(older, GROUP);
        assertThat(log.deadLetters(GROUP, 10)).isEmpty();
    }

    @Test
    void aNewEventThatAnOlderProgramNeedsWaitsForANewerMemberOfItsGroup() throws Exception {
        EventLog older = openOlder(SETTINGS, NEWER);
        Subscription before = older.subscribe(GROUP, consumer);
        append(new TweetLiked(1, 10), new CountsChanged(1), new TweetPosted(3, 30));
        assertThat(consumer.take(1)).containsExactly(new TweetPosted(3, 30));
        Thread.sleep(20 * SETTINGS.longestPause().toMillis());
        assertThat(older.lag(GROUP)).isEqualTo(2);
        assertThat(before.deadLetters()).isZero();
        before.close();

        RecordingConsumer newer = new RecordingConsumer();
        log.subscribe(GROUP, only(Event.Stream.ENGAGEMENTS, newer));
        assertThat(newer.take(2)).containsExactly(new TweetLiked(1, 10), new CountsChanged(1));
        assertThat(log.deadLetters(GROUP, 10)).isEmpty();
    }

    @Test
    void anOlderFollowerSkipsANewEvent() throws Exception {
        EventLog older = openOlder(SETTINGS, NEWER);
        Subscription following = older.follow(consumer);
        append(new TweetLiked(1, 10), new CountsChanged(1));
        assertThat(consumer.take(1)).containsExactly(new CountsChanged(1));
        Await.until(() -> following.lag() == 0);
        assertThat(following.deadLetters())
                .as("counted, as an alert would tell")
                .isZero();
    }

    @Test
    void nothingIsLostOrGivenUpWhileAProgramIsUpgradedAndTheLogIsWritten() throws Exception {
        Set<Event> heard = ConcurrentHashMap.newKeySet();
        EventLog older = openOlder(SETTINGS, NEWER);
        Subscription before = older.subscribe(GROUP, heard::add);
        List<Event> sent = new ArrayList<>();
        Subscription after = null;
        for (int i = 0; i < EVENTS; i++) {
            Event event = i % 3 == 0 ? new TweetLiked(i, 1) : new TweetPosted(i, i % 50);
            sent.add(event);
            append(event);
            if (i == EVENTS / 2) {
                before.close();
                after = log.subscribe(GROUP, heard::add);
            }
        }
        Await.noLag(log, GROUP);
        assertThat(heard).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(log.deadLetters(GROUP, 10)).isEmpty();
        assertThat(after).isNotNull();
    }
}
