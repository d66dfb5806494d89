package social.roost.tweet.text;

import java.util.List;

/**
 * The mentions, hashtags, cashtags and links of a text, each list sorted by start; no two entities overlap.
 *
 * <p>Offsets count Unicode code points of {@link ParsedText#content()}, from 0, {@code end} exclusive: an emoji outside
 * the basic plane counts one, while a Java or JavaScript string index counts two. An entity includes its sign, but its
 * value does not: {@code @alice} is {@code (0, 6, "alice")}.
 */
public record Entities(List<Mention> mentions, List<Hashtag> hashtags, List<Cashtag> cashtags, List<Url> urls) {

    public static final Entities NONE = new Entities(List.of(), List.of(), List.of(), List.of());

    public Entities {
        mentions = List.copyOf(mentions);
        hashtags = List.copyOf(hashtags);
        cashtags = List.copyOf(cashtags);
        urls = List.copyOf(urls);
    }

    /** The username as written: its case may differ from the account's, and the account may not exist. */
    public record Mention(int start, int end, String username) {}

    /** The tag as written, without its sign. */
    public record Hashtag(int start, int end, String tag) {}

    /** The symbol as written, without its sign: {@code TWTR}. */
    public record Cashtag(int start, int end, String tag) {}

    /** The link as written, possibly without a protocol: {@code example.com/about}. */
    public record Url(int start, int end, String url) {}
}
