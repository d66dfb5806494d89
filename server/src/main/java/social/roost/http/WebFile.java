package social.roost.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A file that is served as it is, and in encodings prepared by the build. */
final class WebFile {
    /** By the suffix of the encoded file's name. */
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
     * A file from the build.
     *
     * @param contents the content in each available encoding, including {@code identity}
     */
    WebFile(String name, Map<String, byte[]> contents) {
        contentType = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        variants = contents.entrySet().stream()
                .map(content -> Variant.of(content.getKey(), content.getValue()))
                .collect(Collectors.toMap(Variant::encoding, variant -> variant));
        BEST_FIRST.stream().filter(variants::containsKey).forEach(encodings::add);
    }

    /**
     * The response for these request headers: the content in the best encoding, or 304 if the client's copy is current.
     */
    Response response(MultiMap headers) {
        Variant variant = variant(new AcceptedEncodings(headers.getAll("accept-encoding")));
        Response response = variant.isKnown(headers.get("if-none-match"))
                ? Response.notModified()
                // Otherwise the listener would compress a body without an encoding.
                : Response.bytes(200, contentType, variant.bytes()).header("content-encoding", variant.encoding());
        return response.header("etag", variant.tag()).header("vary", "accept-encoding");
    }

    private Variant variant(AcceptedEncodings accepted) {
        Variant chosen = encodings.isEmpty() ? null : variants.get(accepted.best(encodings));
        return chosen == null ? identity() : chosen;
    }

    /** As it is. */
    Variant identity() {
        return Objects.requireNonNull(variants.get(AcceptedEncodings.IDENTITY));
    }

    /**
     * One representation of the file.
     *
     * @param tag the {@code ETag}, different for each content and encoding
     */
    record Variant(String encoding, Buffer bytes, String tag) {
        /** A checksum is enough to distinguish versions of a file, and the jar computes it while reading. */
        static Variant of(String encoding, byte[] bytes) {
            CRC32 sum = new CRC32();
            sum.update(bytes);
            String tag = "\"" + Long.toHexString(sum.getValue()) + "-" + Integer.toHexString(bytes.length) + "\"";
            return new Variant(encoding, Buffer.buffer(bytes), tag);
        }

        /** Whether a client with this {@code If-None-Match} has the current version. */
        boolean isKnown(@Nullable String ifNoneMatch) {
            return ifNoneMatch != null
                    && (ifNoneMatch.contains(tag) || ifNoneMatch.strip().equals("*"));
        }
    }
}
