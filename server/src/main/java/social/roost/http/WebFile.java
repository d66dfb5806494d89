package social.roost.http;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A file of the web client, as it is and in the encodings that the build has made. */
final class WebFile {
    /** By the end of the name of the file beside it. */
    static final Map<String, String> ENCODINGS = Map.of(".br", "br", ".gz", "gzip");

    private static final List<String> BEST_FIRST = List.of("br", "gzip");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("ico", "image/vnd.microsoft.icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("wasm", "application/wasm"));

    private final String contentType;
    private final List<String> encodings = new ArrayList<>();
    private final Map<String, Variant> variants;

    /**
     * One of the files that a build has made.
     *
     * @param contents the encodings that there are, with what is sent; {@code identity} among them
     */
    WebFile(String name, Map<String, byte[]> contents) {
        contentType = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        variants = contents.entrySet().stream()
                .map(content -> Variant.of(content.getKey(), content.getValue()))
                .collect(Collectors.toMap(Variant::encoding, variant -> variant));
        BEST_FIRST.stream().filter(variants::containsKey).forEach(encodings::add);
    }

    String contentType() {
        return contentType;
    }

    /** What suits a client that accepts this. */
    Variant variant(AcceptedEncodings accepted) {
        Variant chosen = encodings.isEmpty() ? null : variants.get(accepted.best(encodings));
        return chosen == null ? identity() : chosen;
    }

    private Variant identity() {
        return Objects.requireNonNull(variants.get(AcceptedEncodings.IDENTITY));
    }

    /**
     * What is sent.
     *
     * @param tag the {@code ETag}: another for each content and each encoding
     */
    record Variant(String encoding, Buffer bytes, String tag) {
        /** A checksum is enough: it tells versions of one file apart, and the jar has it computed as fast as it is read. */
        static Variant of(String encoding, byte[] bytes) {
            CRC32 sum = new CRC32();
            sum.update(bytes);
            String tag = "\"" + Long.toHexString(sum.getValue()) + "-" + Integer.toHexString(bytes.length) + "\"";
            return new Variant(encoding, Buffer.buffer(bytes), tag);
        }

        boolean isEncoded() {
            return !encoding.equals(AcceptedEncodings.IDENTITY);
        }

        /** Whether a client that sent this {@code If-None-Match} has it already. */
        boolean isKnown(@Nullable String ifNoneMatch) {
            return ifNoneMatch != null
                    && (ifNoneMatch.contains(tag) || ifNoneMatch.strip().equals("*"));
        }
    }
}
