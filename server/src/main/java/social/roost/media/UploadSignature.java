package social.roost.media;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import social.roost.media.FileNaming.Secret;

/**
 * Signs what a client may upload to this server: for which medium, with which type and size, and until when the upload
 * must begin.
 */
public final class UploadSignature {
    private final Secret secret;

    public UploadSignature(Secret secret) {
        this.secret = secret;
    }

    /**
     * The parameters of a URL.
     *
     * @param expires in milliseconds since 1970
     */
    public Map<String, String> sign(long mediaId, String type, long size, long expires) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("type", type);
        parameters.put("size", Long.toString(size));
        parameters.put("expires", Long.toString(expires));
        parameters.put("signature", signature(mediaId, parameters));
        return parameters;
    }

    /** Whether these are parameters of {@link #sign}, whatever the time is. */
    boolean isValid(long mediaId, Map<String, String> parameters) {
        return MessageDigest.isEqual(
                bytes(signature(mediaId, parameters)), bytes(parameters.getOrDefault("signature", "")));
    }

    private String signature(long mediaId, Map<String, String> parameters) {
        String signed = String.join(
                "\n",
                "upload",
                Long.toString(mediaId),
                parameters.getOrDefault("type", ""),
                parameters.getOrDefault("size", ""),
                parameters.getOrDefault("expires", ""));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Hmac.of(secret.bytes(), signed));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
