package social.roost.driver.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * A Lua script that Redis runs atomically. It returns one text or nothing.
 *
 * <p>It is called by the hash of its source; a server that does not know it, because it has restarted, is sent the
 * source.
 *
 * @param name for people
 */
public record RedisScript(String name, String source, String hash) {
    private static final String FOLDER = "/redis/";

    /** Reads a script from the class path, concatenated from its parts. */
    public static RedisScript of(String... parts) {
        String name = parts[parts.length - 1].replace(".lua", "");
        return ofSource(name, Arrays.stream(parts).map(RedisScript::read).collect(Collectors.joining("\n")));
    }

    static RedisScript ofSource(String name, String source) {
        return new RedisScript(name, source, sha1(source));
    }

    private static String read(String part) {
        try (InputStream resource = RedisScript.class.getResourceAsStream(FOLDER + part)) {
            if (resource == null) {
                throw new IllegalStateException("There is no " + FOLDER + part);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(String source) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(source.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1", e);
        }
    }
}
