package social.roost.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.Scan;
import social.roost.event.Event.OfTweets;
import social.roost.event.Event.TweetDeleted;
import social.roost.event.Event.TweetPosted;
import social.roost.event.Event.UserRegistered;

/** What a {@link Backfill} promises, with each log and store of positions. */
@Timeout(240)
public abstract class BackfillContract {
    private static final String GROUP = "search";
    private static final int BATCH = 10;
    private static final DeliverySettings DELIVERY =
            new DeliverySettings(4, 50, 3, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(200));
    private static final BackfillSettings SETTINGS =
            new BackfillSettings(BATCH, 1_000_000, Duration.ofSeconds(2), Duration.ofMillis(10), DELIVERY);

    private final NavigableSet<Long> tweets =
            new ConcurrentSkipListSet<>(LongStream.rangeClosed(1, 95).boxed().toList());
    private final AtomicInteger reads = new AtomicInteger();
    private final EventSource source = EventSource.of("tweets", this::read, id -> new TweetPosted(id, id % 7));
    private final RecordingConsumer consumer = new RecordingConsumer();
    private final List<Backfill> begun = new ArrayList<>();

    /** The log of a process. */
    protected abstract EventLog log();

    /** The same log in another process. */
    protected abstract EventLog logBeside();

    protected abstract BackfillStore store();

    private Scan.Part<Long> read(String after, int limit) {
        reads.incrementAndGet();
        List<Long> ids =
                tweets.tailSet(Scan.idOf(after), false).stream().limit(limit).toList();
        return Scan.Part.of(ids, limit, id -> Long.toString(id));
    }

    private Backfill begin(EventConsumer consuming) {
        return begin(log(), consuming, source);
    }

    private Backfill begin(EventLog log, EventConsumer consuming, EventSource... sources) {
        Backfill backfill = new Backfill(log, store(), GROUP, consuming, List.of(sources), SETTINGS);
        begun.add(backfill);
        return backfill;
    }

    /** Called before the logs are closed. */
    protected void endAll() {
        begun.forEach(Backfill::close);
        begun.clear();
    }

    @Test
    void everythingIsReadAndThenTheLog() throws Exception {
        readEverything();
    }

    protected void readEverything() throws Exception {
        Backfill backfill = begin(consumer);
        List<Event> all = new ArrayList<>(consumer.take(95));
        Await.until(backfill::isDone);
        assertThat(backfill.consumed()).isEqualTo(95);
        log().append(List.of(new TweetPosted(96, 1)));
        all.addAll(consumer.take(1));
        assertThat(all).containsExactlyInAnyOrderElementsOf(posted(1, 95, new TweetPosted(96, 1)));
        assertThat(byAuthor(all, 1)).isSorted();
        Await.until(() -> backfill.lag() == 0);
    }

    @Test
    void sourcesAreReadOneAfterAnother() throws Exception {
        EventSource users = EventSource.of("users", this::read, UserRegistered::new);
        Backfill backfill = begin(log(), consumer, users, source);
        List<Event> all = consumer.take(190);
        Await.until(backfill::isDone);
        assertThat(all.subList(0, 95)).hasOnlyElementsOfType(UserRegistered.class);
        assertThat(all.subList(95, 190)).hasOnlyElementsOfType(TweetPosted.class);
    }

    @Test
    void whatHappensMeanwhileComesFromTheLogAfterwards() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch inProgress = new CountDownLatch(1);
        begin(event -> {
            inProgress.countDown();
            go.await();
            consumer.consume(event);
        });
        inProgress.await();
        log().append(List.of(new TweetDeleted(1, 1), new TweetPosted(200, 200)));
        go.countDown();
        List<Event> all = consumer.take(97);
        assertThat(all.subList(0, 95)).containsExactlyInAnyOrderElementsOf(posted(1, 95));
        assertThat(all.subList(95, 97)).containsExactlyInAnyOrder(new TweetDeleted(1, 1), new TweetPosted(200, 200));
    }

    @Test
    void aProcessThatStartsAgainGoesOnWhereItWas() throws Exception {
        CountDownLatch half = new CountDownLatch(50);
        Backfill first = begin(event -> {
            consumer.consume(event);
            half.countDown();
            if (half.getCount() == 0) {
                new CountDownLatch(1).await();
            }
        });
        half.await();
        first.close();
        int before = consumer.rest().size();
        log().append(List.of(new TweetDeleted(1, 1)));
        Await.until(begin(consumer)::isDone);
        Await.noLag(log(), GROUP);
        List<Event> all = consumer.rest();
        assertThat(new HashSet<>(all)).isEqualTo(Set.copyOf(posted(1, 95, new TweetDeleted(1, 1))));
        assertThat(all.size() - before).as("from the second start on").isBetween(46, 46 + BATCH + 5);
    }

    @Test
    void whatIsDoneIsNotDoneAgain() throws Exception {
        Backfill first = begin(consumer);
        Await.until(first::isDone);
        first.close();
        int before = reads.get();
        Backfill second = begin(consumer);
        log().append(List.of(new TweetPosted(96, 1)));
        Await.until(second::isDone);
        Await.until(() -> consumer.rest().size() == 96);
        assertThat(reads).hasValue(before);
    }

    @Test
    void ofSeveralProcessesOneReadsAndAllConsumeTheLogAfterwards() throws Exception {
        Backfill one = begin(log(), consumer, source);
        Backfill other = begin(logBeside(), consumer, source);
        Await.until(() -> one.isDone() && other.isDone());
        assertThat(consumer.rest()).containsExactlyInAnyOrderElementsOf(posted(1, 95));
        log().append(List.of(new TweetPosted(96, 1)));
        Await.until(() -> consumer.rest().contains(new TweetPosted(96, 1)));
    }

    @Test
    void anEventThatKeepsFailingBecomesADeadLetterAndOthersFollow() throws Exception {
        Backfill backfill = begin(event -> {
            if (event.equals(new TweetPosted(12, 5))) {
                throw new IllegalStateException("never");
            }
            consumer.consume(event);
        });
        Await.until(backfill::isDone);
        assertThat(consumer.rest()).hasSize(94);
        assertThat(backfill.deadLetters()).isEqualTo(1);
        assertThat(log().deadLetters(GROUP, 10)).singleElement().satisfies(letter -> {
            assertThat(letter.event()).isEqualTo(new TweetPosted(12, 5));
            log().settle(GROUP, letter);
        });
        assertThat(log().deadLetters(GROUP, 10)).isEmpty();
    }

    @Test
    void itKeepsToItsPace() throws Exception {
        BackfillSettings slow =
                new BackfillSettings(BATCH, 100, SETTINGS.turn(), SETTINGS.pause(), SETTINGS.delivery());
        long start = System.nanoTime();
        Backfill backfill = new Backfill(log(), store(), GROUP, consumer, List.of(source), slow);
        begun.add(backfill);
        Await.until(backfill::isDone);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
    }

    private static List<Event> posted(long first, long last, Event... more) {
        List<Event> events = new ArrayList<>(LongStream.rangeClosed(first, last)
                .<Event>mapToObj(id -> new TweetPosted(id, id % 7))
                .toList());
        events.addAll(List.of(more));
        return events;
    }

    private static List<Long> byAuthor(List<Event> events, long author) {
        return events.stream()
                .filter(event -> event instanceof OfTweets tweet && tweet.authorId() == author)
                .map(event -> ((OfTweets) event).tweetId())
                .toList();
    }
}
