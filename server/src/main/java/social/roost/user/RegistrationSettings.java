package social.roost.user;

import java.util.List;
import java.util.Locale;
import social.roost.base.config.Setting;

/** Who may create an account. */
public record RegistrationSettings(
        @Setting(
                value = "open",
                help = "Who can register: open (anyone), invitation (who has a code from an operator) or closed.")
        Mode mode,

        @Setting(value = "", help = "Domains of email addresses that cannot register, with all of their subdomains.")
        List<String> blockedDomains) {

    /** Who can register. */
    public enum Mode {
        OPEN,
        INVITATION,
        CLOSED;

        /** Its name in the API. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public RegistrationSettings {
        blockedDomains = blockedDomains.stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whether an address is of a blocked domain, or one of its subdomains. */
    boolean blocks(String email) {
        String domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        String plain = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
        return blockedDomains.stream().anyMatch(blocked -> plain.equals(blocked) || plain.endsWith("." + blocked));
    }
}
