package social.roost.tweet.text;

import com.twitter.twittertext.Extractor;
import com.twitter.twittertext.Regex;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds links like twitter-text's {@link Extractor}, with its expressions but over a bounded text, and only where a
 * link may start: every link has a dot, and few texts have many.
 */
final class UrlSearch {
    private static final Pattern URL = TopLevelDomains.quicker(Regex.VALID_URL);
    private static final Pattern JOINED_TO_WORD_BEFORE = Pattern.compile("[-_./]");

    /** Characters that occur neither in a protocol nor in a host before its first dot. */
    private static final String NOT_BEFORE_DOT = "!\"#$%&'()*+,.;<=>?@[]^`{|}~ \t\n\u000B\f\r";

    private UrlSearch() {}

    static List<Span> find(BoundedText text) {
        String content = text.toString();
        List<Span> urls = new ArrayList<>();
        if (content.indexOf('.') < 0) {
            return urls;
        }
        Matcher matcher = URL.matcher(text).useAnchoringBounds(false).useTransparentBounds(true);
        int from = 0;
        for (int dot = content.indexOf('.'); dot >= 0; dot = content.indexOf('.', Math.max(dot + 1, from))) {
            if (findBefore(dot, from, matcher, content)) {
                Span url = url(matcher);
                if (url != null) {
                    urls.add(url);
                }
                from = matcher.end();
            } else {
                from = dot;
            }
        }
        return urls;
    }

    /**
     * Finds a link whose first dot is this one; the match starts with the character before the link, if there is one.
     */
    private static boolean findBefore(int dot, int from, Matcher matcher, String content) {
        int start = dot;
        while (start > from && NOT_BEFORE_DOT.indexOf(content.charAt(start - 1)) < 0) {
            start--;
        }
        for (int i = Math.max(start - 1, from); i < dot; i++) {
            if ((i == 0 || !isPlain(content.charAt(i)))
                    && matcher.region(i, content.length()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /** Letters and digits before which no link can start. */
    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static @Nullable Span url(Matcher matcher) {
        String protocol = matcher.group(Regex.VALID_URL_GROUP_PROTOCOL);
        String before = matcher.group(Regex.VALID_URL_GROUP_BEFORE);
        if (protocol == null
                && before != null
                && JOINED_TO_WORD_BEFORE.matcher(before).matches()) {
            return null;
        }
        String url = matcher.group(Regex.VALID_URL_GROUP_URL);
        String host = matcher.group(Regex.VALID_URL_GROUP_DOMAIN);
        if (url == null || host == null) {
            return null;
        }
        Matcher shortened = Regex.VALID_TCO_URL.matcher(url);
        if (shortened.find()) {
            if (shortened.end(1) - shortened.start(1) > Extractor.MAX_TCO_SLUG_LENGTH) {
                return null;
            }
            url = url.substring(0, shortened.end());
        }
        if (!Extractor.isValidHostAndLength(url.length(), protocol, host)) {
            return null;
        }
        int start = matcher.start(Regex.VALID_URL_GROUP_URL);
        return new Span(Span.Kind.URL, start, start + url.length(), url);
    }
}
