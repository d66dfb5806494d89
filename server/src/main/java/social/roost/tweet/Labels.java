package social.roost.tweet;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.VisibleText;

/**
 * What an author says about a tweet, for clients to respect, and who may reply to it.
 *
 * @param sensitive whether media are hidden until the reader opens them
 * @param contentWarning clients hide the tweet behind it; null for none
 * @param language of the text, as a BCP 47 tag; null if it is unknown
 * @param replies who may reply; null for everyone
 */
public record Labels(
        boolean sensitive,
        @Nullable String contentWarning,
        @Nullable String language,
        @Nullable ReplyRule replies) {
    public static final Labels NONE = new Labels(false, null, null, null);
    public static final int WARNING_LENGTH = 200;

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");
    private static final int LANGUAGE_LENGTH = 35;

    /** Those that are stored in separate columns; almost always the same object. */
    public static Labels of(
            boolean sensitive,
            @Nullable String contentWarning,
            @Nullable String language,
            @Nullable ReplyRule replies) {
        return !sensitive && contentWarning == null && language == null && replies == null
                ? NONE
                : new Labels(sensitive, contentWarning, language, replies);
    }

    /** Those of a tweet that everyone may reply to. */
    public static Labels of(boolean sensitive, @Nullable String contentWarning, @Nullable String language) {
        return of(sensitive, contentWarning, language, null);
    }

    /** With the text in its stored form. */
    Labels normalized() {
        String text = contentWarning == null
                ? ""
                : Normalizer.normalize(contentWarning, Normalizer.Form.NFC).strip();
        return of(sensitive, text.isEmpty() ? null : text, language, replies);
    }

    /**
     * Checks what a client sent.
     *
     * @param path before the names of fields in rejections
     * @return as it is stored
     * @throws Rejection INVALID
     */
    Labels checked(String path) {
        Labels stored = normalized();
        String warning = stored.contentWarning;
        if (warning != null
                && (warning.codePointCount(0, warning.length()) > WARNING_LENGTH
                        || !VisibleText.isOneLine(warning)
                        || !VisibleText.hasVisible(warning))) {
            throw Rejection.invalid(
                    path + "content_warning",
                    "Expected one line of up to " + WARNING_LENGTH + " characters, some of them visible.");
        }
        if (language != null
                && (language.length() > LANGUAGE_LENGTH
                        || !LANGUAGE.matcher(language).matches())) {
            throw Rejection.invalid(path + "language", "Expected a language tag such as en or pt-BR.");
        }
        return stored;
    }
}
