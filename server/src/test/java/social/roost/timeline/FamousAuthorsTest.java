package social.roost.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which authors are pulled (SPEC B3). */
class FamousAuthorsTest {
    @Test
    void theFamousAndTheOthersAreThoseOfNaiveSets() {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            Set<Long> members = sample(random, random.nextInt(30));
            long[] authors = array(sample(random, random.nextInt(30)));
            FamousAuthors famous = new FamousAuthors(false);
            famous.addAll(members.stream().mapToLong(id -> id).toArray());
            assertThat(famous.among(authors))
                    .isEqualTo(LongStream.of(authors).filter(members::contains).toArray());
        }
    }

    @Test
    void authorsComeAndGo() {
        FamousAuthors famous = new FamousAuthors(false);
        famous.add(3);
        famous.add(1);
        famous.add(3);
        assertThat(famous.among(new long[] {1, 2, 3})).containsExactly(1, 3);
        famous.remove(3);
        famous.remove(3);
        assertThat(famous.contains(3)).isFalse();
        assertThat(famous.contains(1)).isTrue();
    }

    @Test
    void whereEveryoneIsFamousNobodyIsLeftOut() {
        FamousAuthors everyone = new FamousAuthors(true);
        everyone.remove(1);
        assertThat(everyone.contains(1)).isTrue();
        assertThat(everyone.among(new long[] {1, 2})).containsExactly(1, 2);
    }

    private static Set<Long> sample(Random random, int size) {
        return random.longs(size, 0, 50).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private static long[] array(Set<Long> ids) {
        return ids.stream().mapToLong(id -> id).toArray();
    }
}
