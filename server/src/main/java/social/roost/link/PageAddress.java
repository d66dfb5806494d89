package social.roost.link;

import java.io.IOException;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a page, ready for a request.
 *
 * @param uri in ASCII, with http or https
 * @param host in ASCII; a name or an IPv4 address
 */
public record PageAddress(URI uri, String host, int port) {
    private static final Pattern SCHEME = Pattern.compile("^https?://", Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTHORITY = Pattern.compile("([^@:\\[\\]]+)(?::(\\d{1,5}))?");
    private static final Pattern HOST = Pattern.compile("[a-zA-Z0-9._-]+");

    /**
     * Parses an address.
     *
     * @param link as written in a tweet: without a scheme, it is https
     * @throws IOException if it is not the address of a page
     */
    public static PageAddress of(String link) throws IOException {
        return of(parse(SCHEME.matcher(link).lookingAt() ? link : "https://" + link));
    }

    /** Where a redirect leads. */
    PageAddress redirected(String location) throws IOException {
        return of(uri.resolve(parse(location)));
    }

    public boolean secure() {
        return isSecure(uri);
    }

    /** Path and query. */
    public String target() {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static PageAddress of(URI uri) throws IOException {
        Matcher authority = AUTHORITY.matcher(String.valueOf(uri.getAuthority()));
        if (!SCHEME.matcher(uri.toString()).lookingAt() || !authority.matches()) {
            throw new IOException("Not the address of a page");
        }
        String host = ascii(authority.group(1));
        int port = authority.group(2) != null ? Integer.parseInt(authority.group(2)) : isSecure(uri) ? 443 : 80;
        return new PageAddress(parse(uri.toASCIIString()), host, port);
    }

    private static String ascii(String host) throws IOException {
        try {
            String ascii = IDN.toASCII(host).toLowerCase(Locale.ROOT);
            if (HOST.matcher(ascii).matches()) {
                return ascii;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("Not the name of a host", e);
        }
        throw new IOException("Not the name of a host");
    }

    private static boolean isSecure(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private static URI parse(String text) throws IOException {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IOException("Not an address", e);
        }
    }
}
