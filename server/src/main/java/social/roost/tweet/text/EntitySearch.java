package social.roost.tweet.text;

import com.twitter.twittertext.Regex;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the entities of a text by the rules of twitter-text; only the length of a username is our own. */
final class EntitySearch {
    /** Twitter's usernames have at most 20 characters; cutting off a longer one would mention a different user. */
    private static final int MAX_USERNAME_LENGTH = 50;

    /** Group 1 is the username; group 2, if present, makes it a list, which is not a mention. */
    private static final Pattern MENTION = Pattern.compile(
            "(?:[^a-z0-9_!#$%&*@\uFF20]|^|(?:^|[^a-z0-9_+~.-])RT:?)[@\uFF20]+([a-z0-9_]{1," + MAX_USERNAME_LENGTH
                    + "})(?![a-z0-9_])(/[a-z][a-z0-9_-]{0,24})?",
            Pattern.CASE_INSENSITIVE);

    private EntitySearch() {}

    static Entities find(BoundedText text, List<Span> urls) {
        List<Span> spans = new ArrayList<>(urls);
        String content = text.toString();
        if (containsEither(content, '#', '\uFF03')) {
            addHashtags(text, spans);
        }
        if (containsEither(content, '@', '\uFF20')) {
            addMentions(text, spans);
        }
        if (content.indexOf('$') >= 0) {
            addCashtags(text, spans);
        }
        return spans.isEmpty() ? Entities.NONE : withoutOverlaps(content, spans);
    }

    private static boolean containsEither(String content, char sign, char fullWidthSign) {
        return content.indexOf(sign) >= 0 || content.indexOf(fullWidthSign) >= 0;
    }

    /** Searches only where there is a sign: the expression recognizes letters by some hundred ranges. */
    private static void addHashtags(BoundedText text, List<Span> spans) {
        String content = text.toString();
        Matcher hashtag = Regex.VALID_HASHTAG.matcher(text).useAnchoringBounds(false);
        Matcher refusal = Regex.INVALID_HASHTAG_MATCH_END.matcher(text);
        int from = 0;
        for (int sign = nextHash(content, 0);
                sign < content.length();
                sign = nextHash(content, Math.max(sign + 1, from))) {
            if (beginsBefore(sign, from, hashtag, content)) {
                from = hashtag.end();
                if (!refusal.region(from, content.length()).lookingAt()) {
                    spans.add(signed(Span.Kind.HASHTAG, text, hashtag, Regex.VALID_HASHTAG_GROUP_TAG));
                }
            }
        }
    }

    private static int nextHash(String content, int from) {
        int i = from;
        while (i < content.length() && !mayBeHashtag(content, i)) {
            i++;
        }
        return i;
    }

    /** A sign followed by a possible tag; a run of signs causes no search. */
    private static boolean mayBeHashtag(String content, int at) {
        char sign = content.charAt(at);
        return (sign == '#' || sign == '\uFF03') && at + 1 < content.length() && mayBeTag(content.charAt(at + 1));
    }

    /** ASCII characters of a tag are letters, digits and underscores. */
    private static boolean mayBeTag(char unit) {
        return unit == '_' || (unit < 0x80 ? Character.isLetterOrDigit(unit) : unit != '\uFF03');
    }

    /** The sign follows one character, which may be two units, or nothing. */
    private static boolean beginsBefore(int sign, int from, Matcher matcher, String content) {
        int before = sign > from ? content.offsetByCodePoints(sign, -1) : sign;
        return matcher.region(before, content.length()).lookingAt()
                || matcher.region(sign, content.length()).lookingAt();
    }

    private static void addMentions(BoundedText text, List<Span> spans) {
        Matcher mention = MENTION.matcher(text);
        Matcher refusal = Regex.INVALID_MENTION_MATCH_END.matcher(text);
        while (mention.find()) {
            boolean list = mention.start(2) >= 0;
            if (!list && !refusal.region(mention.end(), text.length()).lookingAt()) {
                spans.add(signed(Span.Kind.MENTION, text, mention, 1));
            }
        }
    }

    private static void addCashtags(BoundedText text, List<Span> spans) {
        Matcher cashtag = Regex.VALID_CASHTAG.matcher(text);
        while (cashtag.find()) {
            spans.add(signed(Span.Kind.CASHTAG, text, cashtag, Regex.VALID_CASHTAG_GROUP_CASHTAG));
        }
    }

    private static Span signed(Span.Kind kind, BoundedText text, Matcher matcher, int group) {
        int start = matcher.start(group);
        int end = matcher.end(group);
        return new Span(kind, start - 1, end, text.toString().substring(start, end));
    }

    /** Of two overlapping entities, the one that starts first remains: a hashtag inside a link is part of the link. */
    private static Entities withoutOverlaps(String content, List<Span> spans) {
        spans.sort(Span.BY_START);
        List<Entities.Mention> mentions = new ArrayList<>();
        List<Entities.Hashtag> hashtags = new ArrayList<>();
        List<Entities.Cashtag> cashtags = new ArrayList<>();
        List<Entities.Url> urls = new ArrayList<>();
        int units = 0;
        int codePoints = 0;
        for (Span span : spans) {
            if (span.start() < units) {
                continue;
            }
            int start = codePoints + content.codePointCount(units, span.start());
            int end = start + content.codePointCount(span.start(), span.end());
            switch (span.kind()) {
                case MENTION -> mentions.add(new Entities.Mention(start, end, span.value()));
                case HASHTAG -> hashtags.add(new Entities.Hashtag(start, end, span.value()));
                case CASHTAG -> cashtags.add(new Entities.Cashtag(start, end, span.value()));
                case URL -> urls.add(new Entities.Url(start, end, span.value()));
            }
            units = span.end();
            codePoints = end;
        }
        return new Entities(mentions, hashtags, cashtags, urls);
    }
}
