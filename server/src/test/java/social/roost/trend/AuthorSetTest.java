package social.roost.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AuthorSetTest {
    private static final long MINUTE = 29_500_000;

    private final AuthorSet set = new AuthorSet();

    @Test
    void anAuthorIsInTheWindowsOfItsMinutes() {
        set.add(0, MINUTE, false, 1);
        for (int ahead = -3; ahead < 8; ahead++) {
            assertThat(set.count(MINUTE + ahead).all()).as("%d", ahead).isEqualTo(ahead >= 0 && ahead < 5 ? 1 : 0);
        }
    }

    @Test
    void itCountsLikeASetOfPairs() {
        record Seen(long author, long minute) {}
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 200; round++) {
            AuthorSet authors = new AuthorSet();
            Set<Seen> reference = new HashSet<>();
            long now = MINUTE;
            for (int i = 0; i < 300; i++) {
                now += random.nextInt(20) == 0 ? random.nextInt(3) : 0;
                Seen seen = new Seen(random.nextInt(60) - 30L, now + random.nextInt(8) - 4);
                authors.add(seen.author(), seen.minute(), false, 0);
                boolean _ = reference.add(seen);
                long end = now;
                if (random.nextInt(10) == 0) {
                    authors.expire(end);
                }
                assertThat(authors.count(end).all()).isEqualTo((int) reference.stream()
                        .filter(each -> each.minute() > end - 5 && each.minute() <= end)
                        .map(Seen::author)
                        .distinct()
                        .count());
            }
        }
    }

    @Test
    void youngAccountsCountAFifthAndAtMostAQuarterOfTheOthers() {
        assertThat(new AuthorSet.Count(10, 5).weight()).isEqualTo(11);
        assertThat(new AuthorSet.Count(10, 500).weight()).isEqualTo(12.5);
        assertThat(new AuthorSet.Count(0, 500).weight()).isZero();
    }

    @Test
    void ofTheSameTextOlderAccountsCountFirst() {
        for (int i = 0; i < 50; i++) {
            set.add(i, MINUTE, i >= 2, 7);
            set.add(100 + i, MINUTE, false, 1_000 + i);
        }
        assertThat(set.countTexts(MINUTE)).isEqualTo(new AuthorSet.Count(52, 1));
        assertThat(set.count(MINUTE)).isEqualTo(new AuthorSet.Count(52, 48));
    }

    @Test
    void aSampleStillCountsAllAndLosesThoseWhoAreRemoved() {
        fill(100_000);
        set.limit(8_192);
        assertThat(set.size()).isBetween(4_096, 8_192);
        assertThat((double) set.count(MINUTE).all()).isCloseTo(100_000, within(5_000.0));
        boolean removed = set.remove(authors(0, 90_000));
        assertThat(removed).isTrue();
        assertThat((double) set.count(MINUTE).all()).isCloseTo(10_000, within(2_000.0));
    }

    @Test
    void sharesAreThoseOfTheSmallerSample() {
        fill(10_000);
        AuthorSet other = new AuthorSet();
        authors(5_000, 30_000).forEach(author -> other.add(author, MINUTE, false, 0));
        other.limit(4_096);
        assertThat(set.shareIn(other, MINUTE)).isCloseTo(0.5, within(0.05));
        assertThat(other.shareIn(set, MINUTE)).isCloseTo(0.2, within(0.05));
    }

    @Test
    void itShrinks() {
        fill(1_000);
        set.expire(MINUTE + 5);
        assertThat(List.of(set.size(), set.count(MINUTE).all())).containsExactly(0, 0);
    }

    private void fill(int authors) {
        authors(0, authors).forEach(author -> set.add(author, MINUTE, false, 0));
    }

    private static Set<Long> authors(long from, long to) {
        return LongStream.range(from, to).boxed().collect(Collectors.toSet());
    }
}
