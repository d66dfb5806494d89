package social.roost.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressTest {

    @ParameterizedTest
    @CsvSource({
        "example.com, true, example.com, 443, /",
        "HTTP://Example.COM/A, false, example.com, 80, /A",
        "http://example.com:8080?b=c, false, example.com, 8080, /?b=c",
        "https://b\u00FCcher.example/\u00E4?\u00F6, true, xn--bcher-kva.example, 443, /%C3%A4?%C3%B6",
        "https://example.com//double/a%20b#part, true, example.com, 443, //double/a%20b",
        "https://under_score.example.com/, true, under_score.example.com, 443, /",
    })
    void whatIsRequested(String link, boolean secure, String host, int port, String target) throws IOException {
        PageAddress address = PageAddress.of(link);
        assertThat(address.secure()).isEqualTo(secure);
        assertThat(address.host()).isEqualTo(host);
        assertThat(address.port()).isEqualTo(port);
        assertThat(address.target()).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a@example.com/",
                "https://",
                "https://exa mple.com/",
                "https://example.com/a b",
                "https://example.com:/",
                "https://example.com:x/",
                "https://[::1]/",
                "https://a\r\nb/"
            })
    void whatIsNoAddress(String link) {
        assertThatThrownBy(() -> PageAddress.of(link)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "javascript:1", "mailto:a@example.com", "http:opaque", "http://a b"})
    void whereNoRedirectLeads(String location) throws IOException {
        PageAddress from = PageAddress.of("https://example.com/");
        assertThatThrownBy(() -> from.redirected(location)).isInstanceOf(IOException.class);
    }
}
