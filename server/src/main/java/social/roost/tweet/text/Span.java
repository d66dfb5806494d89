package social.roost.tweet.text;

import java.util.Comparator;

/** A part of a text that means something, in UTF-16 units; {@code value} is what it says without its sign. */
record Span(Kind kind, int start, int end, String value) {

    static final Comparator<Span> BY_START = Comparator.comparingInt(Span::start);

    enum Kind {
        URL,
        HASHTAG,
        MENTION,
        CASHTAG
    }
}
