package social.roost.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.Timestamps;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.media.MediaUploads;
import social.roost.media.ObjectStorage;

/** {@code /media}: uploads of images, GIFs and videos. */
public final class MediaRoutes {
    private final MediaUploads uploads;

    public MediaRoutes(MediaUploads uploads) {
        this.uploads = uploads;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/api/roost/v1/media/upload-url", Access.LOGGED_IN, this::begin),
                Route.post("/api/roost/v1/media/{id}/uploaded", Access.LOGGED_IN, this::uploaded),
                Route.get("/api/roost/v1/media/{id}", Access.LOGGED_IN, this::find),
                Route.patch("/api/roost/v1/media/{id}", Access.LOGGED_IN, this::describe),
                Route.delete("/api/roost/v1/media/{id}", Access.LOGGED_IN, this::delete));
    }

    private Response begin(Request request) {
        NewUploadJson wanted = request.json(NewUploadJson.class);
        MediaUploads.Begun begun =
                uploads.begin(request.caller().userId(), wanted.type(), wanted.size(), wanted.purpose());
        return Response.data(201, UploadJson.of(begun)).header("location", "/api/roost/v1/media/" + begun.mediaId());
    }

    private Response uploaded(Request request) {
        return Response.encoded(
                202, MediaJson.one(uploads.uploaded(request.caller().userId(), id(request))));
    }

    private Response find(Request request) {
        return Response.encoded(200, MediaJson.one(uploads.find(request.caller().userId(), id(request))));
    }

    private Response describe(Request request) {
        long id = id(request);
        EditJson edit = request.json(EditJson.class);
        return Response.encoded(
                200,
                MediaJson.one(uploads.describe(request.caller().userId(), id, edit.altText(), focus(edit.focus()))));
    }

    private static MediaUploads.@Nullable Focus focus(@Nullable FocusJson json) {
        if (json == null) {
            return null;
        }
        if (json.x() == null || json.y() == null) {
            throw Rejection.invalid("focus", "x and y must be numbers from -1 to 1.");
        }
        return new MediaUploads.Focus(json.x(), json.y());
    }

    private Response delete(Request request) {
        uploads.delete(request.caller().userId(), id(request));
        return Response.noContent();
    }

    private static long id(Request request) {
        return request.pathId(0, "upload");
    }

    private record NewUploadJson(
            @Nullable String type,
            @Nullable Long size,
            @Nullable String purpose) {}

    private record EditJson(
            @Nullable String altText, @Nullable FocusJson focus) {}

    private record FocusJson(@Nullable Double x, @Nullable Double y) {}

    private record UploadJson(
            String mediaId, String uploadUrl, String method, Map<String, String> headers, String expiresAt) {
        static UploadJson of(MediaUploads.Begun begun) {
            ObjectStorage.Target target = begun.target();
            return new UploadJson(
                    Long.toString(begun.mediaId()),
                    target.url(),
                    "PUT",
                    target.headers(),
                    Timestamps.format(begun.expiresAt()));
        }
    }
}
