package social.roost.tweet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import social.roost.base.Scan;
import social.roost.base.Scans;
import social.roost.base.Seed;
import social.roost.base.Snowflake;
import social.roost.base.Together;
import social.roost.event.Event.TweetDeleted;
import social.roost.event.Event.TweetPosted;
import social.roost.event.EventLog;
import social.roost.event.HeardEvents;
import social.roost.tweet.TweetStore.Posted;
import social.roost.tweet.text.Entities;

/** What every {@link TweetStore} promises, a test for each promise (SPEC A4, C1, C5, C6, C7, C8). */
@Timeout(240)
public abstract class TweetStoreContract {
    private static final long ALICE = 10;
    private static final long BOB = 11;
    private static final long NOON = 1_800_000_000_000L;
    private static final Posted STORED = new Posted.Stored();

    @RegisterExtension
    final Seed seed = new Seed();

    /** The store of this test, empty at first. */
    protected abstract TweetStore store();

    /** The log that receives the store's events. */
    protected abstract EventLog events();

    /** Makes the store continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    @Test
    void whomTheAuthorLetsSeeATweetAndItsPollAreKept() {
        Poll poll = new Poll(List.of("tea", "café ☕"), 1_000);
        Visibility some = Visibility.UNKNOWN;
        Tweet tweet = new Tweet(9, ALICE, "?", Entities.NONE, References.NONE, 9, some, List.of(), Labels.NONE, poll);
        assertThat(store().post(tweet, null)).isEqualTo(new Posted.Stored());
        assertThat(store().find(new long[] {9})).containsValue(tweet);
    }

    @Test
    void aTweetIsFoundAsItWasStored() {
        Entities entities = new Entities(
                List.of(new Entities.Mention(0, 4, "bob")),
                List.of(new Entities.Hashtag(5, 9, "été")),
                List.of(),
                List.of(new Entities.Url(10, 21, "example.com")));
        Tweet first = new Tweet(
                7, ALICE, "@bob #été example.com 🥖\n\"quoted\"", entities, References.NONE, 7, Visibility.PUBLIC);
        Tweet answer =
                new Tweet(8, BOB, "Yes", Entities.NONE, new References(7L, ALICE, null, null), 7, Visibility.PUBLIC);
        store().post(first, null);
        store().post(answer, null);
        assertThat(store().find(new long[] {8, 7, 9})).isEqualTo(Map.of(7L, first, 8L, answer));
        assertThat(store().findPosted(7)).isEqualTo(first);
        assertThat(store().findPosted(9)).isNull();
    }

    @Test
    void aTweetIsStoredWithItsEvent() {
        HeardEvents heard = new HeardEvents(events());
        assertThat(store().post(tweet(7, ALICE), null)).isEqualTo(STORED);
        assertThat(heard.all()).containsExactly(new TweetPosted(7, ALICE));
    }

    @Test
    void aDeletedTweetIsNotReadAgainButStillKnown() {
        store().post(tweet(7, ALICE), null);
        store().post(tweet(8, ALICE), null);
        assertThat(store().delete(7, NOON)).isTrue();
        assertThat(store().find(new long[] {7, 8})).containsOnlyKeys(8L);
        assertThat(store().newest(new long[] {ALICE}, Long.MAX_VALUE, 10)).containsExactly(8);
        assertThat(store().oldest(new long[] {ALICE}, 0, 10)).containsExactly(8);
        assertThat(store().findPosted(7)).isEqualTo(tweet(7, ALICE));
    }

    @Test
    void aTweetIsDeletedOnceWithItsEvent() throws Exception {
        store().post(tweet(7, ALICE), null);
        HeardEvents heard = new HeardEvents(events());
        assertThat(Together.call(8, _ -> store().delete(7, NOON))).containsOnlyOnce(true);
        assertThat(store().delete(7, NOON)).isFalse();
        assertThat(store().delete(9, NOON)).isFalse();
        assertThat(heard.all()).containsExactly(new TweetDeleted(7, ALICE));
        assertThat(countOf(ALICE)).isZero();
    }

    @Test
    void countsEqualTheTweetsThatAreNotDeleted() {
        for (long id = 1; id <= 5; id++) {
            store().post(tweet(id, ALICE), null);
        }
        store().post(tweet(6, BOB), null);
        store().delete(2, NOON);
        store().delete(2, NOON);
        assertThat(countOf(ALICE)).isEqualTo(4);
        assertThat(countOf(BOB)).isEqualTo(1);
        assertThat(store().counts(LongStream.range(1_000, 3_000).toArray()).values())
                .allMatch(count -> count == 0);
    }

    @Test
    void aRetryWithItsKeyFindsTheFirstTweet() {
        HeardEvents heard = new HeardEvents(events());
        IdempotencyKey key = key("key", "hello");
        assertThat(store().post(tweet(7, ALICE), key)).isEqualTo(STORED);
        assertThat(store().post(tweet(8, ALICE), key)).isEqualTo(new Posted.Repeated(7));
        assertThat(store().find(new long[] {7, 8})).containsOnlyKeys(7L);
        assertThat(countOf(ALICE)).isEqualTo(1);
        assertThat(heard.all()).containsExactly(new TweetPosted(7, ALICE));
    }

    @Test
    void aRetryFindsTheFirstTweetAlsoWhenItWasDeletedSince() {
        IdempotencyKey key = key("key", "hello");
        store().post(tweet(7, ALICE), key);
        store().delete(7, NOON);
        assertThat(store().post(tweet(8, ALICE), key)).isEqualTo(new Posted.Repeated(7));
        assertThat(countOf(ALICE)).isZero();
    }

    @Test
    void aKeyIsNotForAnotherRequest() {
        store().post(tweet(7, ALICE), key("key", "hello"));
        assertThat(store().post(tweet(8, ALICE), key("key", "good-bye"))).isEqualTo(new Posted.KeyReused());
        assertThat(store().find(new long[] {7, 8})).containsOnlyKeys(7L);
    }

    @Test
    void aKeyIsTheAuthorsOwn() {
        IdempotencyKey key = key("key", "hello");
        assertThat(store().post(tweet(7, ALICE), key)).isEqualTo(STORED);
        assertThat(store().post(tweet(8, BOB), key)).isEqualTo(STORED);
        assertThat(store().post(tweet(9, ALICE), key("Key", "hello"))).isEqualTo(STORED);
    }

    @Test
    void aKeyIsFreeAgainAfterADay() {
        IdempotencyKey key = key("key", "hello");
        long day = IdempotencyKey.LIFETIME.toMillis();
        long first = Snowflake.lowestAt(NOON);
        store().post(tweet(first, ALICE), key);
        assertThat(store().post(tweet(Snowflake.lowestAt(NOON + day - 1), ALICE), key))
                .isEqualTo(new Posted.Repeated(first));
        long later = Snowflake.lowestAt(NOON + day + 1);
        assertThat(store().post(tweet(later, ALICE), key("key", "good-bye"))).isEqualTo(STORED);
        assertThat(store().post(tweet(later + 1, ALICE), key("key", "good-bye")))
                .isEqualTo(new Posted.Repeated(later));
    }

    /** CASES A-03. */
    @Test
    void whatAKeyPostedIsFoundWithoutPosting() {
        IdempotencyKey key = key("key", "hello");
        long day = IdempotencyKey.LIFETIME.toMillis();
        long first = Snowflake.lowestAt(NOON);
        assertThat(store().findPosted(ALICE, key, NOON)).isNull();
        store().post(tweet(first, ALICE), key);
        assertThat(store().findPosted(ALICE, key, NOON + day - 1)).isEqualTo(new Posted.Repeated(first));
        assertThat(store().findPosted(ALICE, key("key", "good-bye"), NOON)).isEqualTo(new Posted.KeyReused());
        assertThat(store().findPosted(BOB, key, NOON)).isNull();
        assertThat(store().findPosted(ALICE, key, NOON + day + 1)).isNull();
        store().delete(first, NOON);
        assertThat(store().findPosted(ALICE, key, NOON)).isEqualTo(new Posted.Repeated(first));
    }

    @Test
    void tenRetriesAtOnceLeaveOneTweet() throws Exception {
        HeardEvents heard = new HeardEvents(events());
        IdempotencyKey key = key("key", "hello");
        List<Posted> results = Together.call(10, i -> store().post(tweet(1 + i, ALICE), key));
        assertThat(results).containsOnlyOnce(STORED);
        long stored = 1L + results.indexOf(STORED);
        assertThat(Collections.frequency(results, new Posted.Repeated(stored))).isEqualTo(9);
        assertThat(store().newest(new long[] {ALICE}, Long.MAX_VALUE, 20)).containsExactly(stored);
        assertThat(countOf(ALICE)).isEqualTo(1);
        assertThat(heard.all()).containsExactly(new TweetPosted(stored, ALICE));
    }

    @Test
    void aThreadIsStoredWithItsEventsInOrder() {
        HeardEvents heard = new HeardEvents(events());
        List<Tweet> thread = thread(7, 25);
        assertThat(store().post(thread, null)).isEqualTo(STORED);
        long[] ids = ids(7, 25);
        assertThat(store().find(ids)).hasSize(25).containsAllEntriesOf(Map.of(7L, thread.get(0), 31L, thread.get(24)));
        assertThat(countOf(ALICE)).isEqualTo(25);
        // Reply counts that are flushed meanwhile have events of their own.
        List<TweetPosted> posted = heard.of(TweetPosted.class);
        assertThat(posted.stream().mapToLong(TweetPosted::tweetId).toArray()).isEqualTo(ids);
    }

    @Test
    void aRetriedThreadFindsTheFirstOne() {
        IdempotencyKey key = threadKey("hello");
        assertThat(store().findPosted(ALICE, key, NOON)).isNull();
        assertThat(store().post(thread(7, 3), key)).isEqualTo(STORED);
        assertThat(store().post(thread(17, 3), key)).isEqualTo(new Posted.Repeated(7));
        assertThat(store().findPosted(ALICE, key, Snowflake.millis(7))).isEqualTo(new Posted.Repeated(7));
        assertThat(store().post(thread(17, 3), threadKey("good-bye"))).isEqualTo(new Posted.KeyReused());
        assertThat(countOf(ALICE)).isEqualTo(3);
    }

    @Test
    void tenRetriesAtOnceLeaveOneThreadAndFindAllOfIt() throws Exception {
        IdempotencyKey key = threadKey("hello");
        List<Set<Long>> found = Together.call(10, i -> {
            long own = 100L * (1 + i);
            long first = store().post(thread(own, 3), key) instanceof Posted.Repeated(long id) ? id : own;
            return Set.copyOf(store().find(ids(first, 3)).keySet());
        });
        assertThat(found.getFirst()).hasSize(3);
        assertThat(found).containsOnly(found.getFirst());
        assertThat(countOf(ALICE)).isEqualTo(3);
    }

    @Test
    void aThreadThatReturnedIsThereAfterACrash() throws Exception {
        IdempotencyKey key = threadKey("hello");
        store().post(thread(7, 3), key);
        crash();
        assertThat(store().newest(new long[] {ALICE}, Long.MAX_VALUE, 10)).containsExactly(9, 8, 7);
        assertThat(store().post(thread(17, 3), key)).isEqualTo(new Posted.Repeated(7));
    }

    private static List<Tweet> thread(long first, int size) {
        return LongStream.of(ids(first, size))
                .mapToObj(
                        id -> id == first ? tweet(id, ALICE) : tweet(id, ALICE).continuing(id - 1))
                .toList();
    }

    private static long[] ids(long first, int size) {
        return LongStream.range(first, first + size).toArray();
    }

    private static IdempotencyKey threadKey(String request) {
        return IdempotencyKey.of("key", request.getBytes(StandardCharsets.UTF_8), 3);
    }

    @Test
    void aScanReadsEveryTweetOnceThatIsNotDeleted() throws Exception {
        assertThat(Scans.all(store()::scan, 10)).isEmpty();
        List<Tweet> kept = randomTweets(new Random(seed.value()));
        for (int limit : new int[] {2, 7, 500, 10_000}) {
            assertThat(Scans.all(store()::scan, limit)).containsExactlyInAnyOrderElementsOf(kept);
        }
    }

    @Test
    void whatIsThereDuringAScanIsReadWhateverComesAndGoes() throws Exception {
        List<Tweet> kept = randomTweets(new Random(seed.value()));
        List<Tweet> read = new ArrayList<>();
        String next = Scan.START;
        for (long id = 10_000; next != null; id++) {
            Scan.Part<Tweet> part = store().scan(next, 50);
            read.addAll(part.items());
            next = part.next();
            store().post(tweet(id, ALICE), null);
            store().delete(id - 2, NOON);
        }
        assertThat(read).containsAll(kept);
    }

    @Test
    void theNewestAndTheOldestOfManyAuthorsAreThoseOfANaiveSearch() throws Exception {
        Random random = new Random(seed.value());
        List<Tweet> kept = randomTweets(random);
        for (int i = 0; i < 100; i++) {
            long[] authors =
                    random.longs(random.nextInt(40), 0, 60).distinct().sorted().toArray();
            long bound = random.nextInt(8) == 0 ? 0 : random.nextLong(5_200);
            int limit = 1 + random.nextInt(random.nextBoolean() ? 10 : 300);
            assertThat(store().newest(authors, bound, limit))
                    .isEqualTo(naive(kept, authors, 0, bound, limit, Comparator.reverseOrder()));
            assertThat(store().oldest(authors, bound, limit))
                    .isEqualTo(naive(kept, authors, bound, Long.MAX_VALUE, limit, Comparator.naturalOrder()));
        }
    }

    /** Posts about 700 tweets by 50 authors, some of whom have many, and deletes a fifth. */
    private List<Tweet> randomTweets(Random random) throws Exception {
        List<Tweet> all = random.longs(1, 5_000)
                .distinct()
                .limit(700)
                .mapToObj(id -> tweet(id, random.nextBoolean() ? random.nextLong(3) : random.nextLong(50)))
                .toList();
        postAll(all);
        List<Tweet> kept = new ArrayList<>(all);
        List<Tweet> deleted = kept.subList(0, kept.size() / 5);
        Together.callAll(deleted.stream()
                .<Callable<Boolean>>map(tweet -> () -> store().delete(tweet.id(), NOON))
                .toList());
        deleted.clear();
        return kept;
    }

    private static long[] naive(
            List<Tweet> tweets, long[] authors, long after, long before, int limit, Comparator<Long> order) {
        return tweets.stream()
                .filter(tweet -> Arrays.stream(authors).anyMatch(author -> author == tweet.authorId()))
                .map(Tweet::id)
                .filter(id -> id > after && id < before)
                .sorted(order)
                .limit(limit)
                .sorted(Comparator.reverseOrder())
                .mapToLong(id -> id)
                .toArray();
    }

    @Test
    void aThousandAuthorsAreReadAtOnce() throws Exception {
        List<Tweet> tweets = LongStream.rangeClosed(1, 1_000)
                .mapToObj(author -> tweet(1_000_000 - author * 3, author))
                .toList();
        postAll(tweets);
        long[] authors = LongStream.rangeClosed(1, 1_000).toArray();
        long[] ids = tweets.stream().mapToLong(Tweet::id).toArray();
        assertThat(store().newest(authors, Long.MAX_VALUE, 800)).isEqualTo(Arrays.copyOf(ids, 800));
        assertThat(store().oldest(authors, 0, 800)).isEqualTo(Arrays.copyOfRange(ids, 200, 1_000));
        assertThat(store().newest(authors, Long.MAX_VALUE, 5_000)).isEqualTo(ids);
        assertThat(store().find(ids)).hasSize(1_000);
        assertThat(store().counts(authors).values()).hasSize(1_000).containsOnly(1L);
    }

    @Test
    void withoutAuthorsThereIsNothing() {
        store().post(tweet(1, ALICE), null);
        assertThat(store().newest(new long[0], Long.MAX_VALUE, 10)).isEmpty();
        assertThat(store().oldest(new long[0], 0, 10)).isEmpty();
    }

    @Test
    void postsOfManyAtOnceAreAllCountedAndTold() throws Exception {
        HeardEvents heard = new HeardEvents(events());
        Together.call(8, thread -> {
            for (int i = 0; i < 20; i++) {
                store().post(tweet(1 + thread * 20L + i, ALICE), null);
            }
            return thread;
        });
        assertThat(countOf(ALICE)).isEqualTo(160);
        Set<Long> told = new HashSet<>();
        heard.of(ALICE).forEach(event -> told.add(((TweetPosted) event).tweetId()));
        assertThat(told).hasSize(160);
        assertThat(heard.all()).hasSize(160);
    }

    @Test
    void whatReturnedIsThereAfterACrash() throws Exception {
        IdempotencyKey key = key("key", "hello");
        store().post(tweet(7, ALICE), key);
        store().post(tweet(8, ALICE), null);
        store().delete(8, NOON);
        crash();
        assertThat(store().newest(new long[] {ALICE}, Long.MAX_VALUE, 10)).containsExactly(7);
        assertThat(countOf(ALICE)).isEqualTo(1);
        assertThat(store().post(tweet(9, ALICE), key)).isEqualTo(new Posted.Repeated(7));
    }

    private void postAll(List<Tweet> tweets) throws Exception {
        Together.callAll(tweets.stream()
                .<Callable<Posted>>map(tweet -> () -> store().post(tweet, null))
                .toList());
    }

    private long countOf(long author) {
        @Nullable Long count = store().counts(new long[] {author}).get(author);
        return count == null ? 0 : count;
    }

    protected static Tweet tweet(long id, long author) {
        return new Tweet(id, author, "tweet " + id, Entities.NONE, References.NONE, id, Visibility.PUBLIC);
    }

    private static IdempotencyKey key(String name, String request) {
        return IdempotencyKey.of(name, request.getBytes(StandardCharsets.UTF_8), 1);
    }
}
