package social.roost.tweet.text;

import java.util.Comparator;

/** An entity's part of a text, in UTF-16 units; {@code value} is its text without the sign. */
record Span(Kind kind, int start, int end, String value) {

    static final Comparator<Span> BY_START = Comparator.comparingInt(Span::start);

    enum Kind {
        URL,
        HASHTAG,
        MENTION,
        CASHTAG
    }
}
