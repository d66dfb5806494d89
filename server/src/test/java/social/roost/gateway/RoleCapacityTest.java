package social.roost.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoleCapacityTest {
    private static final int HONEST = 99;

    private final RoleCapacity capacity = new RoleCapacity(1_000);

    @Test
    void oneNetworkGetsAFifth() {
        assertThat(enter(1, 5_000)).isEqualTo(200);
        assertThat(capacity.tryEnter(HONEST)).isTrue();
    }

    @Test
    void manyNetworksLeaveSomeForTheNext() {
        int entered =
                IntStream.range(0, 20).map(network -> enter(network, 5_000)).sum();
        assertThat(entered).isBetween(600, 999);
        assertThat(capacity.tryEnter(HONEST)).isTrue();
    }

    @Test
    void whatLeavesMakesRoom() {
        for (int round = 0; round < 3; round++) {
            assertThat(enter(1, 5_000)).isEqualTo(200);
            IntStream.range(0, 200).forEach(i -> capacity.leave(1));
        }
    }

    @Test
    void aSmallCapacityCanBeUsedWhole() {
        RoleCapacity small = new RoleCapacity(1);
        assertThat(small.tryEnter(1)).isTrue();
        assertThat(small.tryEnter(HONEST)).isFalse();
        small.leave(1);
        assertThat(small.tryEnter(HONEST)).isTrue();
    }

    private int enter(long network, int times) {
        return (int) IntStream.range(0, times)
                .filter(i -> capacity.tryEnter(network))
                .count();
    }
}
