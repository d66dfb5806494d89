package social.roost.search.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link HashtagStore} promises, a test for each promise (issue 20.2). */
@Timeout(60)
public abstract class HashtagStoreContract {

    /** The store of this test, empty at first. */
    protected abstract HashtagStore store();

    /** Makes the store continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    @Test
    void aTweetCountsOnceForEachOfItsTags() {
        add(1, 100, "cats", "dogs");
        add(1, 100, "cats", "dogs");
        add(2, 200, "Cats");
        assertThat(store().find("cats")).contains(new HashtagUse("cats", "cats", 2, 200));
        assertThat(store().find("dogs")).contains(new HashtagUse("dogs", "dogs", 1, 100));
        assertThat(store().find("birds")).isEmpty();
    }

    @Test
    void aRemovedTweetCountsNoMore() {
        add(1, 100, "cats", "dogs");
        add(2, 200, "cats");
        store().remove(2);
        store().remove(2);
        store().remove(3);
        assertThat(store().find("cats")).contains(new HashtagUse("cats", "cats", 1, 200));
        store().remove(1);
        assertThat(store().find("cats")).isEmpty();
        assertThat(store().startingWith("", 10)).isEmpty();
    }

    @Test
    void theTimeIsThatOfTheNewestTweet() {
        add(2, 200, "cats");
        add(1, 100, "cats");
        assertThat(store().find("cats")).map(HashtagUse::lastUsedAt).contains(200L);
    }

    @Test
    void theFormIsTheOneThatMostWrite() {
        String[] forms = {"CATS", "Cats", "Cats", "cats", "Cats", "CATS", "Cats"};
        for (int i = 0; i < forms.length; i++) {
            add(i + 1, 100, forms[i]);
        }
        assertThat(store().find("cats")).map(HashtagUse::form).contains("Cats");
    }

    @Test
    void tagsAreFoundByTheirBeginningWithoutAccents() {
        add(1, 100, "caf\u00E9", "cafeteria", "carrot");
        add(2, 100, "cafe");
        assertThat(starting("cafe")).containsExactlyInAnyOrder("cafe", "caf\u00E9", "cafeteria");
        assertThat(starting("car")).containsExactly("carrot");
        assertThat(starting("c%")).isEmpty();
    }

    @Test
    void theExactTagIsFoundAmongMany() {
        add(1, 100, "ab");
        for (int i = 0; i < 30; i++) {
            add(10 + i, 100, "ab" + i);
        }
        assertThat(starting("ab")).hasSize(5).contains("ab");
    }

    @Test
    void theMostUsedComeFirst() {
        LongStream.range(0, 12).forEach(id -> add(100 + id, 100, "ab2"));
        add(1, 100, "ab");
        add(2, 100, "ab1");
        assertThat(starting("ab")).containsExactly("ab2", "ab", "ab1");
        LongStream.range(0, 11).forEach(id -> store().remove(100 + id));
        assertThat(starting("ab")).containsExactly("ab", "ab1", "ab2");
    }

    @Test
    void parallelWritesAllCount() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writes = LongStream.rangeClosed(1, 60)
                    .<Future<?>>mapToObj(id -> threads.submit(() -> add(id, id, id % 2 == 0 ? "b" : "c", "a")))
                    .toList();
            for (Future<?> write : writes) {
                write.get();
            }
        }
        assertThat(store().find("a")).map(HashtagUse::tweets).contains(60L);
        assertThat(store().find("b")).map(HashtagUse::tweets).contains(30L);
    }

    @Test
    void whatWasAcknowledgedOutlivesACrash() throws Exception {
        add(1, 100, "cats");
        crash();
        assertThat(store().find("cats")).map(HashtagUse::tweets).contains(1L);
    }

    private void add(long tweetId, long at, String... forms) {
        List<Hashtag> tags =
                Stream.of(forms).map(Hashtag::of).sorted(Hashtag.BY_KEY).toList();
        store().set(tweetId, tags, at);
    }

    private List<String> starting(String folded) {
        return store().startingWith(folded, 5).stream().map(HashtagUse::form).toList();
    }
}
