package social.roost.mail;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address to which an email can be sent: nothing in it can be mistaken for a header or a command. The local part is as
 * typed; the domain has its ASCII form.
 */
public record MailAddress(String text) {
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST = 254;

    public MailAddress {
        int at = text.lastIndexOf('@');
        if (at < 1
                || at > LONGEST_LOCAL
                || text.length() > LONGEST
                || !LOCAL.matcher(text.substring(0, at)).matches()
                || !DOMAIN.matcher(text.substring(at + 1)).matches()) {
            throw new IllegalArgumentException("not an address for mails");
        }
    }

    /** Empty if no mail can be sent to this address. */
    public static Optional<MailAddress> parse(String typed) {
        int at = typed.lastIndexOf('@');
        try {
            String domain = IDN.toASCII(Normalizer.normalize(typed.substring(at + 1), Normalizer.Form.NFC));
            return Optional.of(new MailAddress(typed.substring(0, Math.max(at, 0)) + "@" + domain));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** What all ways of typing an address have in common. */
    public static String key(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
