package social.roost.e2e;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** All that needs the cluster, in one class, so that it is started once and nothing else uses it when it loses a part. */
@Tag("stack")
final class ClusterTest {
    @Nested
    @DisplayName("K4: any one store or role down degrades, never stops, the rest")
    final class Fault extends Faults {}

    @Nested
    @DisplayName(
            "K1, B2, C8: the journeys with every role in a process of its own, behind a gateway, on the real servers")
    final class Journey implements Journeys {
        @Override
        public String address() {
            return RoostCluster.shared().address();
        }
    }
}
