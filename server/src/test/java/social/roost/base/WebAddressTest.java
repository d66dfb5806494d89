package social.roost.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beyond the vectors of twitter-text, which {@code ValidateConformanceTest} drives. */
class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "http://example.com:8080/a?b#c",
                "https://b\u00FCcher.example/",
                "http://[::1]/"
            })
    void addresses(String text) {
        assertThat(WebAddress.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "javascript:alert(1)",
                "https:example.com",
                "https://",
                "https://localhost",
                "https://example..com",
                "https://1.2.3",
                "https://1.2.3.4.5",
                "https://example.com\n",
                "https://a b.com",
                "https://example.com:99999999/"
            })
    void others(String text) {
        assertThat(WebAddress.isValid(text)).isFalse();
    }
}
