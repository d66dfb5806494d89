package social.roost.base;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a text is exactly one URL, such as the link of a profile.
 *
 * <p>Follows the "urls" section of twitter-text's validation vectors: http or https, a domain (of any alphabet, without
 * percent-encoding), an IPv4 or a bracketed IPv6 address, the rest by RFC 3986. It does not check whether the domain
 * exists.
 */
public final class WebAddress {
    /** In UTF-16 units; browsers do not reliably support longer ones. */
    public static final int MAX_LENGTH = 2_048;

    private static final int MAX_LABEL_LENGTH = 63;
    private static final Pattern PORT = Pattern.compile(":[0-9]{0,5}$");
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");
    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");

    private WebAddress() {}

    public static boolean isValid(String text) {
        if (text.length() > MAX_LENGTH) {
            return false;
        }
        try {
            URI address = new URI(text);
            return isWeb(address.getScheme()) && isAuthority(address);
        } catch (URISyntaxException _) {
            return false;
        }
    }

    /** Whether a valid URL has user info before its host, as in {@code https://example.org@example.com/}. */
    public static boolean hasUserInfo(String address) {
        return URI.create(address).getRawAuthority().contains("@");
    }

    private static boolean isWeb(String scheme) {
        return scheme != null && List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT));
    }

    private static boolean isAuthority(URI address) {
        String authority = address.getRawAuthority();
        if (authority == null) {
            return false;
        }
        if (address.getHost() != null && address.getHost().startsWith("[")) {
            return true;
        }
        String host = PORT.matcher(authority.substring(authority.lastIndexOf('@') + 1))
                .replaceFirst("");
        return NUMBERS.matcher(host).matches() ? IPV4.matcher(host).matches() : isDomain(host);
    }

    /** An underscore is allowed only in a subdomain. */
    private static boolean isDomain(String host) {
        List<String> labels = List.of(host.split("\\.", -1));
        int subdomains = labels.size() - 2;
        return subdomains >= 0
                && labels.subList(0, subdomains).stream().allMatch(label -> isLabel(label.replace('_', '-')))
                && labels.subList(subdomains, labels.size()).stream().allMatch(WebAddress::isLabel);
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && label.length() <= MAX_LABEL_LENGTH
                && !label.startsWith("-")
                && !label.endsWith("-")
                && label.chars().allMatch(unit -> unit == '-' || isAlphanumeric(unit));
    }

    /** Beyond ASCII everything that {@link URI} accepts, because domains contain symbols too. */
    private static boolean isAlphanumeric(int unit) {
        return unit > 0x7F
                || (unit >= 'a' && unit <= 'z')
                || (unit >= 'A' && unit <= 'Z')
                || (unit >= '0' && unit <= '9');
    }
}
