package social.roost.tweet.text;

/**
 * A text that may be looked at only so many times.
 *
 * <p>The expressions of twitter-text backtrack: 4,096 characters of {@code a.a.a.} cost one search eleven seconds. Every
 * search over a text shares its budget of looks, so the cost of a text is bounded whatever it holds.
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

    /** The budget is spent. Carries no stack trace: it answers hostile texts, which must be cheap. */
    static final class ExhaustedException extends RuntimeException {
        ExhaustedException() {
            super("The text is too expensive to search", null, false, false);
        }
    }
}
