package social.roost.tweet.text;

import com.twitter.twittertext.TwitterTextEmojiRegex;

/** Recognizes emoji, as Twitter's library does. */
public final class Emoji {
    /** In UTF-16 units: a family of four with skin tones has 31. */
    private static final int LONGEST = 40;

    private Emoji() {}

    /** Whether the text is exactly one emoji, of any number of code points. */
    public static boolean isOne(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && TwitterTextEmojiRegex.VALID_EMOJI_PATTERN.matcher(text).matches();
    }
}
