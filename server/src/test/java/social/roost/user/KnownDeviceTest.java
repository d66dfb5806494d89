package social.roost.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Devices that have logged in before (SECURITY 11)")
class KnownDeviceTest {
    private static final long NOW = 1_800_000_000_000L;
    private final String device = KnownDevice.issue(7, "hash", NOW);

    @Test
    void areKnownToTheirAccountForAYear() {
        assertThat(KnownDevice.isOf(device, 7, "hash", NOW)).isTrue();
        assertThat(KnownDevice.isOf(device, 7, "hash", NOW + KnownDevice.LIFETIME.toMillis() - 1))
                .isTrue();
        assertThat(KnownDevice.isOf(device, 7, "hash", NOW + KnownDevice.LIFETIME.toMillis()))
                .isFalse();
    }

    @Test
    void areUnknownToOthersAndAfterANewPassword() {
        assertThat(KnownDevice.isOf(device, 8, "hash", NOW)).isFalse();
        assertThat(KnownDevice.isOf(device, 7, "another hash", NOW)).isFalse();
    }

    @Test
    void cannotBeMadeUp() {
        String later = KnownDevice.issue(7, "hash", NOW + 1);
        for (String other : new String[] {
            "",
            "x",
            "x".repeat(54),
            "?".repeat(54),
            device.substring(1) + "A",
            device.substring(0, 11) + later.substring(11)
        }) {
            assertThat(KnownDevice.isOf(other, 7, "hash", NOW)).as(other).isFalse();
        }
    }
}
