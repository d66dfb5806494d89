package social.roost.media;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import social.roost.media.FileNaming.Secret;

/**
 * Signed URLs of files that only some users may see, such as those in messages. Each is for one file, one reader and a
 * time of 1 to 2 hours. It is the same for an hour, so that browsers can keep the file.
 */
public final class PrivateUrls {
    private static final long HOUR = TimeUnit.HOURS.toSeconds(1);

    /** Its key is derived from the server's secret, so that it signs nothing else. */
    private static final String KEY = "private files";

    private final Secret key;
    private final InstantSource clock;

    public PrivateUrls(Secret secret, InstantSource clock) {
        byte[] derived = Hmac.of(secret.bytes(), KEY);
        this.key = () -> derived;
        this.clock = clock;
    }

    /** The URL of a file, on this server, for a reader who may see it now. */
    public String url(MediaContent.File file, long readerId) {
        String reader = Long.toString(readerId);
        String expires = Long.toString(expiry(readerId));
        return MediaSettings.FILES + file.name() + "?reader=" + reader + "&expires=" + expires + "&signature="
                + signature(file.name(), reader, expires);
    }

    /** In seconds since 1970. The hours of readers begin at different times: not all of them fetch files anew at once. */
    private long expiry(long readerId) {
        long shift = Math.floorMod(readerId, HOUR);
        long now = Math.floorDiv(clock.millis(), 1_000L);
        return (Math.floorDiv(now - shift, HOUR) + 2) * HOUR + shift;
    }

    /**
     * For how many more seconds a URL is valid; 0 if it is not.
     *
     * @param viewerId who is logged in, which must be the reader; 0 for nobody
     */
    long secondsLeft(String fileName, Parameters parameters, long viewerId) {
        byte[] right = bytes(signature(fileName, parameters.reader, parameters.expires));
        boolean valid = MessageDigest.isEqual(right, bytes(parameters.signature))
                && (viewerId == 0 || viewerId == Long.parseLong(parameters.reader));
        // Rounded up, so that nobody keeps a file for longer than its URL is valid.
        long now = Math.ceilDiv(clock.millis(), 1_000L);
        return valid ? Math.max(0, Long.parseLong(parameters.expires) - now) : 0;
    }

    private String signature(String fileName, String reader, String expires) {
        return HexFormat.of().formatHex(Hmac.of(key.bytes(), String.join("\n", fileName, reader, expires)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The parameters of a URL, as a client sent them. */
    public record Parameters(String reader, String expires, String signature) {}
}
