package social.roost.e2e;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/**
 * All tests of the cluster in one class, so that it is started once and nothing else uses it while a part of it is
 * down.
 */
@Tag("stack")
final class ClusterTest {
    @Nested
    @DisplayName("K4: an outage of one store or role degrades the rest but never stops it")
    final class Fault extends Faults {}

    @Nested
    @DisplayName(
            "K1, B2, C8: the journeys with every role in a process of its own, behind a gateway, on the real servers")
    final class Journey implements Journeys {
        @Override
        public String address() {
            return RoostCluster.shared().address();
        }

        @Override
        public Client operator() {
            return Client.at(RoostCluster.shared().operatorAddress());
        }
    }
}
