package social.roost.user;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.VisibleText;
import social.roost.base.WebAddress;

/** Rules for the names, addresses and texts of an account. Each check throws a rejection that names the field. */
final class AccountRules {
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9_]{1,50}");

    /** Neither white space nor other invisible characters, in all of Unicode. */
    private static final Pattern EMAIL = Pattern.compile("[^\\p{Z}\\p{C}@]{1,64}@[^\\p{Z}\\p{C}@]{1,189}");

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");
    private static final Pattern OTHER_LINE_BREAKS = Pattern.compile("\\r\\n?|[\\u2028\\u2029]");
    private static final int MINIMUM_PASSWORD = 8;
    private static final int MAXIMUM_PASSWORD = 128;

    private AccountRules() {}

    static String username(@Nullable String username) {
        if (username == null || !USERNAME.matcher(username).matches()) {
            throw Rejection.invalid("username", "Use 1–50 letters (A to Z, a to z), digits or underscores.");
        }
        return username;
    }

    /** In composed form (NFC), so that an address belongs to one account however it was typed. */
    static String email(@Nullable String email) {
        String composed = email == null ? "" : Normalizer.normalize(email, Normalizer.Form.NFC);
        if (!EMAIL.matcher(composed).matches()) {
            throw Rejection.invalid("email", "Not a valid email address.");
        }
        return composed;
    }

    static String password(@Nullable String password) {
        return password("password", password);
    }

    /** The length is that of the hashed form: an accented letter counts once, however it was typed. */
    static String password(String field, @Nullable String password) {
        String hashed = password == null ? "" : Passwords.normalized(password);
        int length = hashed.codePointCount(0, hashed.length());
        if (password == null || length < MINIMUM_PASSWORD || length > MAXIMUM_PASSWORD) {
            throw Rejection.invalid(
                    field, "A password must have " + MINIMUM_PASSWORD + " to " + MAXIMUM_PASSWORD + " characters.");
        }
        return password;
    }

    /** One line of text with a visible character, or an empty text. */
    static String line(String field, String text, int maximum) {
        String line = text(field, text.strip(), maximum, false);
        if (FormatCharacters.anyMisplacedIn(line)) {
            throw Rejection.invalid(field, "Remove the invisible character that changes how the text is displayed.");
        }
        if (!line.isEmpty() && !VisibleText.hasVisible(line)) {
            throw Rejection.invalid(field, "At least one visible character is required.");
        }
        return line;
    }

    /** Text with line breaks, which are normalized to line feeds. */
    static String lines(String field, String text, int maximum) {
        String lines = OTHER_LINE_BREAKS.matcher(text).replaceAll("\n");
        return text(field, lines.strip(), maximum, true);
    }

    /** Empty, or an http(s) URL without user info, which could be mistaken for the host. The scheme may be omitted. */
    static String url(String field, String url) {
        String stripped = url.strip();
        if (stripped.isEmpty()) {
            return stripped;
        }
        String address = line(field, SCHEME.matcher(stripped).matches() ? stripped : "https://" + stripped, 200);
        if (!WebAddress.isValid(address)) {
            throw Rejection.invalid(field, "This is not a web address such as https://example.org.");
        }
        if (WebAddress.hasUserInfo(address)) {
            throw Rejection.invalid(field, "The URL must not contain a username: remove everything up to the @.");
        }
        return address;
    }

    private static String text(String field, String text, int maximum, boolean newLines) {
        if (text.codePointCount(0, text.length()) > maximum) {
            throw Rejection.invalid(field, "At most " + maximum + " characters are allowed.");
        }
        if (text.codePoints().anyMatch(c -> isUnfit(c, newLines))) {
            throw Rejection.invalid(field, "The text contains a character that is not allowed.");
        }
        return text;
    }

    private static boolean isUnfit(int codePoint, boolean newLines) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> !(newLines && codePoint == '\n');
            case Character.SURROGATE -> true;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> !newLines;
            default -> false;
        };
    }
}
