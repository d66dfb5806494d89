package social.roost.media;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where objects are, and the names of files in URLs.
 *
 * <p>A name consists of the medium's id and a keyed hash of id and content: it never has other content, it cannot be
 * guessed from the content, and two users who upload the same picture do not share an object.
 */
final class ObjectKeys {
    static final String UPLOADS = "uploads/";
    static final String FILES = "files/";

    private static final int HASH_BYTES = 18;
    private static final Pattern NAME = Pattern.compile("([0-9a-z]{1,13})-[A-Za-z0-9_-]{24}\\.[a-z0-9]{2,4}");
    private static final Map<String, String> EXTENSIONS =
            Map.of("image/jpeg", "jpg", "image/png", "png", "video/mp4", "mp4");

    private ObjectKeys() {}

    static String upload(long mediaId) {
        return UPLOADS + mediaId;
    }

    static String file(String name) {
        return FILES + name.substring(0, name.indexOf('-')) + "/" + name;
    }

    /** The start of the keys of all files of a medium. */
    static String files(long mediaId) {
        return FILES + Long.toString(mediaId, Character.MAX_RADIX) + "/";
    }

    /** The medium that an object belongs to, by its key. */
    static OptionalLong mediaId(String key) {
        if (key.startsWith(UPLOADS)) {
            return number(key.substring(UPLOADS.length()), 10);
        }
        int slash = key.indexOf('/', FILES.length());
        return key.startsWith(FILES) && slash > 0
                ? number(key.substring(FILES.length(), slash), Character.MAX_RADIX)
                : OptionalLong.empty();
    }

    /** The medium that a file belongs to, by its name in a URL; empty if it is no such name. */
    static OptionalLong ofName(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? number(matcher.group(1), Character.MAX_RADIX) : OptionalLong.empty();
    }

    private static OptionalLong number(String text, int radix) {
        try {
            return OptionalLong.of(Long.parseLong(text, radix));
        } catch (NumberFormatException _) {
            return OptionalLong.empty();
        }
    }

    /**
     * The name of a file.
     *
     * @param hash of the content
     */
    static String name(byte[] key, long mediaId, byte[] hash, String contentType) {
        String extension = Objects.requireNonNull(EXTENSIONS.get(contentType), contentType);
        String id = Long.toString(mediaId, Character.MAX_RADIX);
        return id + "-" + keyed(key, id, hash) + "." + extension;
    }

    private static String keyed(byte[] key, String id, byte[] hash) {
        byte[] full = Hmac.of(key, id, hash);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, HASH_BYTES));
    }
}
