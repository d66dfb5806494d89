package social.roost.search.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link UserNameStore} promises, a test for each promise (issue 20.2). */
@Timeout(60)
public abstract class UserNameStoreContract {

    /** The store of this test, empty at first. */
    protected abstract UserNameStore store();

    /** Makes the store continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    @Test
    void usersAreFoundByTheBeginningOfEachPart() {
        store().put(1, Set.of("alice", "alice smith", "smith"));
        store().put(2, Set.of("alina"));
        assertThat(find("ali")).containsExactlyInAnyOrder(1L, 2L);
        assertThat(find("alice s")).containsExactly(1L);
        assertThat(find("smith")).containsExactly(1L);
        assertThat(find("smithe")).isEmpty();
        assertThat(find("lice")).isEmpty();
    }

    @Test
    void signsOfPatternsAreText() {
        store().put(1, Set.of("alice"));
        assertThat(find("a%")).isEmpty();
        assertThat(find("_lice")).isEmpty();
    }

    @Test
    void textsAreComparedCharacterByCharacter() {
        store().put(1, Set.of("\u6771\u4EAC"));
        store().put(2, Set.of("\u6771"));
        store().put(3, Set.of("\uD83E\uDD8A fox"));
        store().put(4, Set.of("a b", "ab"));
        assertThat(find("\u6771")).containsExactlyInAnyOrder(1L, 2L);
        assertThat(find("\u6771\u4EAC")).containsExactly(1L);
        assertThat(find("\uD83E\uDD8A")).containsExactly(3L);
        assertThat(find("a b")).containsExactly(4L);
    }

    @Test
    void newPartsReplaceTheOldOnes() {
        store().put(1, Set.of("alice", "smith"));
        store().put(1, Set.of("alice", "jones"));
        assertThat(find("smith")).isEmpty();
        assertThat(find("jones")).containsExactly(1L);
        store().put(1, Set.of());
        assertThat(find("alice")).isEmpty();
    }

    @Test
    void theMostFollowedComeFirst() {
        for (long id = 1; id <= 4; id++) {
            store().put(id, Set.of("bob " + id));
        }
        store().rank(3, 7);
        store().rank(2, 2);
        store().rank(1, Magnitude.LARGEST);
        assertThat(find("bob")).containsExactly(1L, 3L, 2L, 4L);
    }

    @Test
    void aUserWithANewNameKeepsTheRank() {
        store().put(1, Set.of("bob"));
        store().put(2, Set.of("bob"));
        store().rank(2, 5);
        store().put(2, Set.of("bob", "bobby"));
        store().put(3, Set.of("bobby"));
        assertThat(find("bobby")).containsExactly(2L, 3L);
    }

    @Test
    void whoIsNotFoundHasNoRank() {
        store().rank(9, 3);
        assertThat(find("bob")).isEmpty();
    }

    @Test
    void theResultsCanBeReadInSteps() {
        for (long id = 1; id <= 10; id++) {
            store().put(id, Set.of("bob " + (char) ('a' + id)));
            store().rank(id, id <= 5 ? 1 : 2);
        }
        assertThat(store().find("bob", 0, 4)).containsExactly(6, 7, 8, 9);
        assertThat(store().find("bob", 4, 4)).containsExactly(10, 1, 2, 3);
        assertThat(store().find("bob", 8, 4)).containsExactly(4, 5);
    }

    @Test
    void wordsAreFoundInAnyOrder() {
        store().put(1, Set.of("john paul smith", "paul smith", "smith"));
        store().put(2, Set.of("john", "jones"));
        store().put(3, Set.of("smith john", "john"));
        assertThat(store().findAll(NameQuery.of("smith jo"), 10)).containsExactlyInAnyOrder(1, 3);
        assertThat(store().findAll(NameQuery.of("paul john smi"), 10)).containsExactly(1);
        assertThat(store().findAll(NameQuery.of("smith jones"), 10)).isEmpty();
    }

    @Test
    void someUsersCanBeSearched() {
        store().put(1, Set.of("alice smith", "smith"));
        store().put(2, Set.of("alice jones", "jones"));
        store().put(3, Set.of("bob smith", "smith"));
        assertThat(among("ali", 1, 3)).containsExactly(1L);
        assertThat(among("smith", 1, 2, 3)).containsExactlyInAnyOrder(1L, 3L);
        assertThat(among("smith ali", 1, 2, 3)).containsExactly(1L);
        assertThat(among("smith")).isEmpty();
        long[] many = LongStream.rangeClosed(1, 2_000).toArray();
        assertThat(store().among(many, NameQuery.of("jones"))).containsExactly(2);
    }

    @Test
    void whatWasAcknowledgedOutlivesACrash() throws Exception {
        store().put(1, Set.of("alice"));
        crash();
        assertThat(find("alice")).containsExactly(1L);
    }

    private List<Long> find(String beginning) {
        return LongStream.of(store().find(beginning, 0, 100)).distinct().boxed().toList();
    }

    private List<Long> among(String words, long... ids) {
        return LongStream.of(store().among(ids, NameQuery.of(words))).boxed().toList();
    }
}
