package social.roost.api;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.http.BodyStream;
import social.roost.http.Problem;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.http.ServedFile;
import social.roost.media.ArrivingObjects;
import social.roost.media.LocalUploads;
import social.roost.media.MediaContent;
import social.roost.media.MediaFiles;
import social.roost.media.PrivateUrls;

/** The files of media: {@code /media-uploads} receives them, {@code /media-files} delivers them. */
public final class MediaFileRoutes {
    private static final List<String> PARAMETERS = List.of("type", "size", "expires", "signature");

    private final MediaFiles files;
    private final @Nullable LocalUploads uploads;
    private final String forEveryone;

    /**
     * Creates the routes.
     *
     * @param uploads null if clients send files elsewhere
     * @param cacheTime how long shared caches deliver a file without asking again
     */
    public MediaFileRoutes(MediaFiles files, @Nullable LocalUploads uploads, Duration cacheTime) {
        this.files = files;
        this.uploads = uploads;
        // A browser may keep a file, whose content never changes; shared caches ask again, because files are deleted.
        this.forEveryone = "public, max-age=31536000, s-maxage=" + cacheTime.toSeconds() + ", immutable";
    }

    public List<Route> routes() {
        return List.of(
                Route.put("/media-uploads/{id}", Access.ANYONE, this::receive)
                        .unlimited()
                        .receiving(),
                Route.get("/media-files/{name}", Access.ANYONE, this::deliver).unlimited());
    }

    private Response receive(Request request) {
        if (uploads == null) {
            throw Rejection.notFound("upload");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        PARAMETERS.forEach(name -> request.query(name).ifPresent(value -> parameters.put(name, value)));
        uploads.receive(
                request.pathId(0, "upload"),
                parameters,
                request.header("content-type").orElse(null),
                size -> body(request, size));
        return Response.noContent();
    }

    private static ArrivingObjects.Source body(Request request, long size) {
        long[] left = {size};
        if (request.header("content-length").map(Long::parseLong).orElse(0L) > size) {
            throw tooLarge(size);
        }
        BodyStream stream = request.stream();
        return () -> {
            var chunk = stream.next();
            left[0] -= chunk == null ? 0 : chunk.remaining();
            if (left[0] < 0) {
                throw tooLarge(size);
            }
            return chunk;
        };
    }

    private static Problem tooLarge(long size) {
        return new Problem(413, "body_too_large", "The file is larger than the announced " + size + " bytes.");
    }

    private Response deliver(Request request) {
        MediaFiles.Found found = files.find(request.pathParameter(0), request.viewerId(), signed(request));
        MediaContent.File file = found.file();
        ServedFile served = new ServedFile(
                file.contentType(),
                file.bytes(),
                file.name().substring(0, file.name().indexOf('.')),
                (offset, length) -> files.open(file, offset, length));
        return served.response(request)
                .header("cache-control", cacheControl(found))
                .header("content-security-policy", "default-src 'none'; sandbox")
                .header("cross-origin-resource-policy", "cross-origin");
    }

    private static PrivateUrls.@Nullable Parameters signed(Request request) {
        return request.query("signature")
                .map(signature -> new PrivateUrls.Parameters(
                        request.query("reader").orElse(""),
                        request.query("expires").orElse(""),
                        signature))
                .orElse(null);
    }

    private String cacheControl(MediaFiles.Found found) {
        if (found.isPublic()) {
            return forEveryone;
        }
        return found.privateSeconds() == 0 ? "private, no-store" : "private, max-age=" + found.privateSeconds();
    }
}
