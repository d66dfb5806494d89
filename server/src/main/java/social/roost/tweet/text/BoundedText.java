package social.roost.tweet.text;

/**
 * A text whose characters may be read only a limited number of times.
 *
 * <p>The expressions of twitter-text backtrack: for 4,096 characters of {@code a.a.a.} one search took eleven seconds.
 * All searches over a text share one budget, so the cost of a text is limited whatever it contains.
 */
final class BoundedText implements CharSequence {
    private final String text;
    private int looks;

    BoundedText(String text, int looks) {
        this.text = text;
        this.looks = looks;
    }

    @Override
    public char charAt(int index) {
        if (--looks < 0) {
            throw new ExhaustedException();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    int looksLeft() {
        return looks;
    }

    /** The budget is used up. Has no stack trace, because rejecting hostile texts must be cheap. */
    static final class ExhaustedException extends RuntimeException {
        ExhaustedException() {
            super("The text is too expensive to search", null, false, false);
        }
    }
}
