package social.roost.http;

/**
 * Where the web client gets files of media and sends them, besides this server; its pages may use no other origin.
 *
 * @param files such as {@code https://cdn.example.org}; empty if they are on this server
 * @param uploads likewise
 */
public record MediaOrigins(String files, String uploads) {
    /** Everything is on this server. */
    public static final MediaOrigins OWN = new MediaOrigins("", "");

    /** Everything but this is loaded from this server, and nobody may embed the page in a frame. */
    String contentSecurityPolicy() {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:" + also(files)
                + "; media-src 'self' blob:" + also(files) + "; connect-src 'self'" + also(uploads)
                + "; font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; "
                + "frame-ancestors 'none'";
    }

    private static String also(String origin) {
        return origin.isEmpty() ? "" : " " + origin;
    }
}
