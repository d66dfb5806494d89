package social.roost.tweet.text;

import com.twitter.twittertext.Extractor;
import com.twitter.twittertext.Regex;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds web addresses as twitter-text's {@link Extractor} does, with its expressions but over a bounded text. */
final class UrlSearch {
    private static final Pattern JOINED_TO_WORD_BEFORE = Pattern.compile("[-_./]");

    private UrlSearch() {}

    static List<Span> find(BoundedText text) {
        List<Span> urls = new ArrayList<>();
        if (text.toString().indexOf('.') < 0) {
            return urls;
        }
        Matcher matcher = Regex.VALID_URL.matcher(text);
        while (matcher.find()) {
            Span url = url(matcher);
            if (url != null) {
                urls.add(url);
            }
        }
        return urls;
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
