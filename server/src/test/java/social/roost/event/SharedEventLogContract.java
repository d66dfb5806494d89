package social.roost.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.event.Event.TweetPosted;
import social.roost.event.EventLog.Subscription;

/** What an {@link EventLog} promises if its groups have members in several processes. */
@Timeout(240)
public abstract class SharedEventLogContract extends UpgradedEventLogContract {
    private static final int AUTHORS = 40;
    private static final int TWEETS = 10 * AUTHORS;

    private final Queue<TweetPosted> heard = new ConcurrentLinkedQueue<>();

    /** Opens the same log as another process would; what it opens is not what {@link #close} closes. */
    protected abstract EventLog openBeside(DeliverySettings settings) throws Exception;

    /** Ends it as in a crash. */
    protected abstract void crashBeside();

    @Test
    void membersShareTheEventsOfAGroupEachOnceAndInOrder() throws Exception {
        Set<EventLog> busy = ConcurrentHashMap.newKeySet();
        EventLog beside = openBeside(SETTINGS);
        subscribeCounting(log, busy);
        subscribeCounting(beside, busy);
        awaitSharing(busy);
        Set<TweetPosted> sent = appendTweets(0);
        Await.noLag(log, GROUP);
        assertThat(heard).hasSameSizeAs(sent);
        assertThat(new HashSet<>(heard)).isEqualTo(sent);
        assertOrder();
    }

    @Test
    void whatAMemberThatClosesHadLeftOthersConsume() throws Exception {
        Set<EventLog> busy = ConcurrentHashMap.newKeySet();
        EventLog beside = openBeside(SETTINGS);
        subscribeCounting(log, busy);
        Subscription closing = subscribeCounting(beside, busy);
        awaitSharing(busy);
        Set<TweetPosted> sent = appendTweets(0);
        closing.close();
        sent.addAll(appendTweets(TWEETS));
        Await.noLag(log, GROUP);
        assertThat(new HashSet<>(heard)).isEqualTo(sent);
        assertThat(heard).hasSameSizeAs(sent);
        assertOrder();
    }

    @Test
    void whatAMemberThatCrashesHadLeftOthersConsume() throws Exception {
        Set<EventLog> busy = ConcurrentHashMap.newKeySet();
        EventLog beside = openBeside(SETTINGS);
        subscribeCounting(log, busy);
        subscribeCounting(beside, busy);
        awaitSharing(busy);
        Set<TweetPosted> sent = appendTweets(0);
        crashBeside();
        sent.addAll(appendTweets(TWEETS));
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (log.lag(GROUP) > 0 && System.nanoTime() - deadline < 0) {
            Thread.sleep(100);
        }
        assertThat(new HashSet<>(heard)).isEqualTo(sent);
    }

    /** The offset of a group that makes nothing durable stays where it is. */
    @Test
    void theLagHereIsWithoutWhatOtherMembersConsume() throws Exception {
        RecordingConsumer here = new RecordingConsumer();
        RecordingConsumer there = new RecordingConsumer();
        EventLog beside = openBeside(SETTINGS);
        log.subscribe(GROUP, new ForgetfulConsumer(here));
        beside.subscribe(GROUP, new ForgetfulConsumer(there));
        long user = 0;
        while (here.rest().isEmpty() || there.rest().isEmpty()) {
            append(update(user++));
            Thread.sleep(20);
        }
        Await.until(() -> log.lagHere(GROUP) == 0 && beside.lagHere(GROUP) == 0);
        assertThat(log.lag(GROUP)).isPositive();
    }

    private Subscription subscribeCounting(EventLog member, Set<EventLog> busy) {
        return member.subscribe(GROUP, event -> {
            busy.add(member);
            Thread.sleep(1);
            if (event instanceof TweetPosted tweet) {
                heard.add(tweet);
            }
        });
    }

    /** Appends until both members have received something. */
    private void awaitSharing(Set<EventLog> busy) throws InterruptedException {
        long user = 0;
        while (busy.size() < 2) {
            append(update(user++));
            Thread.sleep(20);
        }
        Await.noLag(log, GROUP);
    }

    private Set<TweetPosted> appendTweets(long first) {
        List<Event> tweets = LongStream.range(first, first + TWEETS)
                .<Event>mapToObj(tweet -> new TweetPosted(tweet, tweet % AUTHORS))
                .toList();
        log.append(tweets);
        Set<TweetPosted> sent = new HashSet<>();
        tweets.forEach(tweet -> sent.add((TweetPosted) tweet));
        return sent;
    }

    private void assertOrder() {
        Map<Long, List<Long>> byAuthor = new ConcurrentHashMap<>();
        heard.forEach(tweet -> byAuthor.computeIfAbsent(tweet.authorId(), _ -> new ArrayList<>())
                .add(tweet.tweetId()));
        assertThat(byAuthor.values()).allSatisfy(tweets -> assertThat(tweets).isSorted());
    }
}
