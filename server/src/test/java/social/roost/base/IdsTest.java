package social.roost.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void plainDigitsAreAnId() {
        assertThat(Ids.parse("1")).hasValue(1);
        assertThat(Ids.parse("1234567890123456789")).hasValue(1_234_567_890_123_456_789L);
        assertThat(Ids.parse(Long.toString(Long.MAX_VALUE))).hasValue(Long.MAX_VALUE);
    }

    @Test
    void nothingElseIsAnId() {
        assertThat(List.of(
                        "",
                        "0",
                        "01",
                        "-1",
                        "+1",
                        " 1",
                        "1 ",
                        "1.0",
                        "1e3",
                        "0x1",
                        "x",
                        "١",
                        "９",
                        "9223372036854775808",
                        "9999999999999999999",
                        "10000000000000000000",
                        "18446744073709551617"))
                .allSatisfy(text -> assertThat(Ids.parse(text)).isEmpty());
    }

    @Test
    void sortedIdsBehaveLikeASet() {
        Random random = new Random(3);
        TreeSet<Long> set = new TreeSet<>();
        long[] ids = Ids.NONE;
        for (int i = 0; i < 2_000; i++) {
            long id = random.nextInt(60);
            boolean adds = random.nextBoolean();
            long[] before = ids;
            boolean changes = adds ? set.add(id) : set.remove(id);
            ids = adds ? Ids.with(before, id) : Ids.without(before, id);
            if (!changes) {
                assertThat(ids).isSameAs(before);
            }
            assertThat(ids).isEqualTo(Ids.of(set, value -> value));
            assertThat(Ids.contains(ids, id)).isEqualTo(adds);
        }
    }

    @Test
    void theArrayGivenIsNotChanged() {
        long[] ids = {1, 3};
        assertThat(Ids.with(ids, 2)).containsExactly(1, 2, 3);
        assertThat(Ids.without(ids, 1)).containsExactly(3);
        assertThat(ids).containsExactly(1, 3);
    }
}
