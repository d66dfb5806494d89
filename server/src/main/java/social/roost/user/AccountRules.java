package social.roost.user;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.roost.base.WebAddress;
import social.roost.http.Problem;

/** What names, addresses and texts of an account may look like; each check throws a problem that names the field. */
final class AccountRules {
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9_]{1,50}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,189}");
    private static final int MINIMUM_PASSWORD = 8;
    private static final int MAXIMUM_PASSWORD = 128;

    private AccountRules() {}

    static String username(@Nullable String username) {
        if (username == null || !USERNAME.matcher(username).matches()) {
            throw Problem.invalid(
                    "username", "A username has 1 to 50 letters (A to Z, a to z), digits or underscores.");
        }
        return username;
    }

    static String email(@Nullable String email) {
        if (email == null || !EMAIL.matcher(email).matches()) {
            throw Problem.invalid("email", "This is not an e-mail address.");
        }
        return email;
    }

    static String password(@Nullable String password) {
        int length = password == null ? 0 : password.codePointCount(0, password.length());
        if (password == null || length < MINIMUM_PASSWORD || length > MAXIMUM_PASSWORD) {
            throw Problem.invalid(
                    "password", "A password has " + MINIMUM_PASSWORD + " to " + MAXIMUM_PASSWORD + " characters.");
        }
        return password;
    }

    /** One line of text. */
    static String line(String field, String text, int maximum) {
        return text(field, text, maximum, false);
    }

    static String lines(String field, String text, int maximum) {
        return text(field, text, maximum, true);
    }

    /** Empty, or an http(s) address. */
    static String url(String field, String url) {
        String stripped = line(field, url, 200);
        if (stripped.isEmpty()) {
            return stripped;
        }
        if (WebAddress.isValid(stripped)) {
            return stripped;
        }
        throw Problem.invalid(field, "This must be an address that begins with https:// or http://.");
    }

    private static String text(String field, String text, int maximum, boolean newLines) {
        String stripped = text.strip();
        if (stripped.codePointCount(0, stripped.length()) > maximum) {
            throw Problem.invalid(field, "This may have " + maximum + " characters at most.");
        }
        if (stripped.codePoints().anyMatch(c -> isUnfit(c) && !(newLines && c == '\n'))) {
            throw Problem.invalid(field, "This holds a character that text cannot have.");
        }
        return stripped;
    }

    private static boolean isUnfit(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }
}
