package social.roost.loadgen.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private static final Percentage EXACTLY = withinPercentage(1e-6);
    private static final Costs COSTS = Given.costs(Map.of(
            Cost.FANOUT_DELIVERY_CPU, 2.0,
            Cost.REDIS_DELIVERY_CPU, 5.0,
            Cost.TIMELINES_LIST_CPU, 0.5,
            Cost.TIMELINES_LIST_MEMORY, 6_000.0,
            Cost.REDIS_ENTRY_MEMORY, 20.0));

    @Test
    void thresholdsAreThePowersOfTenBetweenPullAndPush() {
        assertThat(Choice.thresholds(1_000)).containsExactly(0L, 10L, 100L, 1_000L, Workload.NEVER);
        assertThat(Choice.thresholds(999)).containsExactly(0L, 10L, 100L, Workload.NEVER);
    }

    @Test
    void pushingCostsDeliveriesAndTimelines() {
        Choice push = choice(Workload.NEVER);
        assertThat(push.pushing()).isCloseTo(56_000 * 7e-6, EXACTLY);
        assertThat(push.pulling()).isZero();
        assertThat(push.lists()).isZero();
        // Twice, as half is spare: the cores at 10, and 200 million timelines of 800 entries at 2 a GiB.
        assertThat(push.month()).isCloseTo(2 * (56_000 * 7e-6 * 10 + 200e6 * 800 * 20 / Node.GIB * 2), EXACTLY);
        // The two nodes that there are at least have 16 cores for the 40 million deliveries of one tweet.
        assertThat(push.seconds()).isCloseTo(40e6 * 2e-6 / 16, EXACTLY);
    }

    @Test
    void pullingCostsMergingAndEveryListInEachProcess() {
        Choice pull = choice(0);
        assertThat(pull.pushing()).isZero();
        assertThat(pull.seconds()).isZero();
        assertThat(pull.pulling()).isCloseTo(35_000 * 200 * 0.5e-6, EXACTLY);
        assertThat(pull.lists()).isCloseTo(500e6 * 6_000, EXACTLY);
        // 3.5 busy cores are fewer than the 8 of the two nodes that there are at least.
        assertThat(pull.month()).isCloseTo(2 * (3.5 * 10 + 2 * 500e6 * 6_000 / Node.GIB * 2), EXACTLY);
    }

    @Test
    void aHigherThresholdPushesMoreAndPullsLess() {
        List<Choice> choices =
                Choice.thresholds(100_000_000).mapToObj(ChoiceTest::choice).toList();
        for (int i = 1; i < choices.size(); i++) {
            assertThat(choices.get(i).pushing())
                    .isGreaterThan(choices.get(i - 1).pushing());
            assertThat(choices.get(i).pulling()).isLessThan(choices.get(i - 1).pulling());
            assertThat(choices.get(i).seconds())
                    .isGreaterThanOrEqualTo(choices.get(i - 1).seconds());
        }
    }

    @Test
    void theCheapestInTimeIsChosen() {
        List<Choice> choices =
                Choice.thresholds(100_000_000).mapToObj(ChoiceTest::choice).toList();
        Choice always = Choice.cheapest(choices, Double.MAX_VALUE);
        assertThat(choices).allMatch(choice -> choice.month() >= always.month());
        Choice quick = Choice.cheapest(choices, 0.01);
        assertThat(quick.seconds()).isLessThanOrEqualTo(0.01);
        assertThat(quick.month()).isGreaterThan(always.month());
        assertThat(Choice.cheapest(choices, 0).fame().famousAt())
                .as("only pulling delivers nothing")
                .isZero();
    }

    private static Choice choice(long famousAt) {
        Workload workload = Given.estimate(famousAt);
        return Choice.of(workload.fame(), workload, COSTS, Given.prices(), Given.node());
    }
}
