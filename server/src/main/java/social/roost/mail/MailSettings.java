package social.roost.mail;

import social.roost.base.WebAddress;
import social.roost.base.config.Quota;
import social.roost.base.config.Setting;

/** The emails that this server sends. */
public record MailSettings(
        @Setting(value = "", help = "Address from which emails are sent, such as roost@example.org.")
        String from,

        @Setting(value = "Roost", help = "Name of this server in emails.")
        String name,

        @Setting(
                value = "",
                help = "Address at which users open the web client, such as https://roost.example.org. Links in emails"
                        + " begin with it.")
        String site,

        @Setting(
                value = "6/1d burst 3",
                help = "Emails to one address that others can cause: with links to confirm it or to reset a password.")
        Quota perAddress) {
    private static final int LONGEST_NAME = 50;

    public MailSettings {
        if (!from.isEmpty() && MailAddress.parse(from).isEmpty()) {
            throw new IllegalArgumentException("from is '" + from + "', expected an address such as roost@example.org");
        }
        if (!site.isEmpty() && (!WebAddress.isValid(site) || site.endsWith("/"))) {
            throw new IllegalArgumentException(
                    "site is '" + site + "', expected an address such as https://roost.example.org");
        }
        if (name.isBlank() || name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("name must have 1 to " + LONGEST_NAME + " characters");
        }
    }

    /** Whether everything is set that emails need. */
    public boolean isComplete() {
        return !from.isEmpty() && !site.isEmpty();
    }

    public MailTexts texts() {
        return new MailTexts(name, site);
    }
}
