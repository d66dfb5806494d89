package social.roost.link;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads what a page says about itself: Open Graph tags, those of Twitter, or its title and description. */
final class PageHead {
    /** Enough for the head of a page. Deeper nesting of elements, which are in its body, would only take time. */
    private static final int DEEPEST = 16;

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DESCRIPTION = 300;
    private static final int LONGEST_SITE = 80;

    private PageHead() {}

    /** Null if the page has no title. */
    static LinkCard.@Nullable Texts read(PageFetch.Page page) throws IOException {
        Document document = Jsoup.parse(
                new ByteArrayInputStream(page.html().body().bytes()),
                known(page.html().charset()),
                page.address().uri().toString(),
                Parser.htmlParser().setMaxDepth(DEEPEST));
        Map<String, String> tags = tags(document);
        String title = CardText.clean(first(tags, document.title(), "og:title", "twitter:title"), LONGEST_TITLE);
        String description = CardText.clean(
                first(tags, "", "og:description", "twitter:description", "description"), LONGEST_DESCRIPTION);
        String site = CardText.clean(first(tags, "", "og:site_name"), LONGEST_SITE);
        return title.isEmpty()
                ? null
                : new LinkCard.Texts(title, description, site.isEmpty() ? host(page.address()) : site);
    }

    /** Null, so that the page decides, unless the response names a charset that exists. */
    private static @Nullable String known(String charset) {
        try {
            return !charset.isEmpty() && Charset.isSupported(charset) ? charset : null;
        } catch (IllegalCharsetNameException _) {
            return null;
        }
    }

    /** By lower-case name; of several with the same name, the first one that is not blank. */
    private static Map<String, String> tags(Document document) {
        Map<String, String> tags = new HashMap<>();
        for (Element tag : document.select("meta[content]")) {
            String name = tag.hasAttr("property") ? tag.attr("property") : tag.attr("name");
            String content = tag.attr("content");
            if (!content.isBlank()) {
                tags.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), content);
            }
        }
        return tags;
    }

    private static String first(Map<String, String> tags, String otherwise, String... names) {
        return Stream.of(names)
                .filter(tags::containsKey)
                .findFirst()
                .map(tags::get)
                .orElse(otherwise);
    }

    private static String host(PageAddress address) {
        return address.host().startsWith("www.") ? address.host().substring("www.".length()) : address.host();
    }
}
