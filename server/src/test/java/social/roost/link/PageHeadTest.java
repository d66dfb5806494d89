package social.roost.link;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageHeadTest {

    private static LinkCard.@Nullable Texts read(byte[] html, String charset) throws IOException {
        PageAnswer.Html answer = new PageAnswer.Html(new PageAnswer.Body(html), charset);
        return PageHead.read(new PageFetch.Page(PageAddress.of("https://www.example.com/a"), answer));
    }

    private static LinkCard.@Nullable Texts read(String html) throws IOException {
        return read(html.getBytes(UTF_8), "utf-8");
    }

    @Test
    void openGraphComesFirst() throws IOException {
        assertThat(read("""
                <!doctype html><html><head><title>Title</title>
                <meta name="description" content="Description">
                <meta name="twitter:title" content="Of Twitter">
                <meta property="og:title" content=" Of\n Open   Graph &amp; more ">
                <meta property="og:title" content="Second">
                <meta property="og:description" content="">
                <meta property="og:site_name" content="The Site">
                """)).isEqualTo(new LinkCard.Texts("Of Open Graph & more", "Description", "The Site"));
    }

    @Test
    void aTitleIsEnoughAndNecessary() throws IOException {
        assertThat(read("<title>Only &lt;b&gt; this</title>"))
                .isEqualTo(new LinkCard.Texts("Only <b> this", "", "example.com"));
        assertThat(read("<title> \u200B </title><meta name=description content=Text>"))
                .isNull();
        assertThat(read("")).isNull();
        assertThat(read("<svg><title>Of an image</title></svg>")).isNull();
    }

    @Test
    void thePageIsReadInItsCharset() throws IOException {
        String html = "<title>Gr\u00FC\u00DFe</title>";
        String declared = "<meta charset=windows-1252>" + html;
        LinkCard.Texts greeting = new LinkCard.Texts("Gr\u00FC\u00DFe", "", "example.com");
        assertThat(read(html.getBytes(UTF_8), "")).isEqualTo(greeting);
        assertThat(read(html.getBytes(ISO_8859_1), "iso-8859-1")).isEqualTo(greeting);
        assertThat(read(declared.getBytes(Charset.forName("windows-1252")), "")).isEqualTo(greeting);
        assertThat(read(declared.getBytes(Charset.forName("windows-1252")), "no-such"))
                .isEqualTo(greeting);
        assertThat(read(declared.getBytes(Charset.forName("windows-1252")), "*"))
                .isEqualTo(greeting);
        assertThat(read(html.getBytes(UTF_16), "")).isEqualTo(greeting);
        assertThat(read(("<meta charset=no-such>" + html).getBytes(UTF_8), "")).isEqualTo(greeting);
    }

    /** As large as a page that is read may be. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<a><b>",
                "<table><tr><td>",
                "<meta content=x property=",
                "<p a=b a=c ",
                "&",
                "<!--",
                "<",
                "<select><option>",
                "<a><p></a>"
            })
    void noPageTakesLong(String pattern) throws IOException {
        String html = pattern.repeat((512 << 10) / pattern.length());
        long begun = System.nanoTime();
        assertThat(read("<title>Long</title>" + html)).isEqualTo(new LinkCard.Texts("Long", "", "example.com"));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void textsAreCleanAndShort() {
        assertThat(CardText.clean("a\u0000b\u202Ec\u2066d\u00A0\u2028e\t", 10)).isEqualTo("abcd e");
        assertThat(CardText.clean("a".repeat(10), 10)).hasSize(10);
        assertThat(CardText.clean("a".repeat(11), 10)).isEqualTo("a".repeat(9) + "…");
        assertThat(CardText.clean("aaaaaaaa e\u0301\u0302bc", 11)).isEqualTo("aaaaaaaa…");
        assertThat(CardText.clean("\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 and", 3))
                .isEqualTo("…");
        assertThat(CardText.clean("\u200B\u3164", 10)).isEmpty();
        assertThat(CardText.clean("x".repeat(1_000_000), 5)).isEqualTo("xxxx…");
    }
}
