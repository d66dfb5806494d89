package social.roost.http;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The page of the web client, whose head has a part that can be replaced: its title and the preview of links to it. */
final class WebPage {
    private static final String BEGIN = "<!--preview-->";
    private static final String END = "<!--/preview-->";
    private static final String ICON = "/apple-touch-icon.png";

    private final String before;
    private final String after;

    private WebPage(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /** Null if the page does not mark such a part. */
    static @Nullable WebPage of(byte[] html) {
        String text = new String(html, StandardCharsets.UTF_8);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        return begin < 0 || end < begin ? null : new WebPage(text.substring(0, begin), text.substring(end));
    }

    /**
     * The page with a preview.
     *
     * @param origin of this server, such as {@code https://example.org}
     */
    Buffer with(LinkPreview preview, String origin, String path) {
        StringBuilder head =
                new StringBuilder("<title>").append(escaped(preview.title())).append(" · Roost</title>\n");
        tag(head, "name", "description", preview.description());
        tag(head, "property", "og:site_name", "Roost");
        tag(head, "property", "og:type", preview.type());
        tag(head, "property", "og:title", preview.title());
        tag(head, "property", "og:description", preview.description());
        tag(head, "property", "og:url", origin + path);
        tag(head, "property", "og:image", image(preview.image(), origin));
        tag(head, "name", "twitter:card", "summary");
        return Buffer.buffer(before + head + after);
    }

    private static String image(@Nullable String image, String origin) {
        String chosen = image == null ? ICON : image;
        return chosen.startsWith("/") ? origin + chosen : chosen;
    }

    private static void tag(StringBuilder head, String kind, String name, String content) {
        head.append("    <meta ")
                .append(kind)
                .append("=\"")
                .append(name)
                .append("\" content=\"")
                .append(escaped(content))
                .append("\" />\n");
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.chars().forEach(letter -> {
            switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append((char) letter);
            }
        });
        return escaped.toString();
    }
}
