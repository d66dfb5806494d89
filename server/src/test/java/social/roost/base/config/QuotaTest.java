package social.roost.base.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaTest {

    @Test
    void isReadWithItsBurstOrWithout() {
        assertThat(Quota.parse("300/3h")).isEqualTo(new Quota(300, Duration.ofHours(3), 300));
        assertThat(Quota.parse("60 / 1h burst 20")).isEqualTo(new Quota(60, Duration.ofHours(1), 20));
        assertThat(Quota.parse("300/3h").step()).isEqualTo(Duration.ofSeconds(36));
    }

    @ParameterizedTest
    @ValueSource(strings = {"300/3h", "1800/1m burst 200", "1/1s", "400/1d"})
    void isReadBackAsItIsWritten(String text) {
        assertThat(Quota.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "300",
                "0/1h",
                "10/0s",
                "10/1h burst 11",
                "10/1h burst 0",
                "10/1h burst",
                "-1/1h",
                "1000001/1h"
            })
    void isRefusedWhenItIsNone(String text) {
        assertThatThrownBy(() -> Quota.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
