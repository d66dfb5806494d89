package social.roost.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"mailto:admin@example.org", "https://example.org/contact?of=roost", "https://example.org"})
    void contactsThatOthersCanReachAreAccepted(String contact) {
        assertThat(settings(contact).isUsed()).isTrue();
    }

    /** Only Apple's push service refuses them, so nobody would notice (web-push-libs/web-push#947). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailto:a@localhost",
                "mailto:a@roost.invalid",
                "mailto:admin",
                "admin@example.org",
                "http://example.org",
                "https://localhost",
                "https://127.0.0.1/",
                "https://a:b@example.org/",
                "https://example.org/\"",
                "mailto:a@example.org\",\"aud\":\"x"
            })
    void otherContactsAreRefusedAtTheStart(String contact) {
        assertThatThrownBy(() -> settings(contact)).hasMessageContaining("contact is '");
    }

    @Test
    void withoutAContactThereAreNoPushes() {
        assertThat(settings("").isUsed()).isFalse();
    }

    private static PushSettings settings(String contact) {
        return new PushSettings(contact, Duration.ofSeconds(5), List.of("443"), List.of());
    }
}
