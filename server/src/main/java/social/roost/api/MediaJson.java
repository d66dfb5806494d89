package social.roost.api;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.roost.base.Encoding;
import social.roost.http.EncodedJson;
import social.roost.http.Json;
import social.roost.media.Failure;
import social.roost.media.MediaContent;
import social.roost.media.MediaKind;
import social.roost.media.MediaState;
import social.roost.media.Medium;
import social.roost.media.PrivateUrls;
import social.roost.media.ShownMedium;

/** The JSON of a {@code media} object: the same for everyone if it is public, and with signed URLs if it is private. */
record MediaJson(
        String id,
        String state,
        @Nullable Double progress,
        @Nullable FailureJson failure,
        @Nullable String kind,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Long durationMs,
        @Nullable String blurhash,
        @Nullable String altText,
        Focus focus,
        @Nullable List<SizeJson> sizes,
        @Nullable List<SizeJson> poster,
        @Nullable VideoJson video) {

    static final Encoding<ShownMedium> ENCODING = new Encoding<>(shown -> Json.encode(of(shown)));

    /** {@code {"data": media}} */
    static EncodedJson one(ShownMedium shown) {
        return EncodedJson.data(of(shown));
    }

    static MediaJson of(ShownMedium shown) {
        return of(shown.medium(), shown::url);
    }

    /** A medium of a message, for one who may read that. Only this reader can use its URLs, and only for 1 to 2 hours. */
    static MediaJson of(ShownMedium shown, PrivateUrls urls, long readerId) {
        return of(shown.medium(), file -> urls.url(file, readerId));
    }

    private static MediaJson of(Medium medium, Function<MediaContent.File, String> url) {
        MediaContent content = medium.content();
        Medium.Description description = medium.description();
        boolean isImage = content != null && content.kind() == MediaKind.IMAGE;
        List<SizeJson> pictures = content == null
                ? null
                : content.pictures().stream()
                        .map(file -> SizeJson.of(file, url))
                        .toList();
        return new MediaJson(
                Long.toString(medium.id()),
                medium.state().text(),
                medium.state() == MediaState.PROCESSING ? medium.work().progress() : null,
                FailureJson.of(medium.failure()),
                content == null ? null : content.kind().name().toLowerCase(Locale.ROOT),
                content == null ? null : (Integer) content.width(),
                content == null ? null : (Integer) content.height(),
                content == null ? null : content.durationMillis(),
                content == null ? null : content.blurhash(),
                description.altText().isEmpty() ? null : description.altText(),
                new Focus(description.focusX(), description.focusY()),
                isImage ? pictures : null,
                isImage ? null : pictures,
                VideoJson.of(content, url));
    }

    /** A point of an image. */
    record Focus(double x, double y) {}

    private record FailureJson(String code, String text) {
        static @Nullable FailureJson of(@Nullable Failure failure) {
            return failure == null ? null : new FailureJson(failure.code(), failure.text());
        }
    }

    private record SizeJson(String name, String url, int width, int height) {
        static SizeJson of(MediaContent.File file, Function<MediaContent.File, String> url) {
            return new SizeJson(file.size(), url.apply(file), file.width(), file.height());
        }
    }

    private record VideoJson(String url, String type) {
        static @Nullable VideoJson of(@Nullable MediaContent content, Function<MediaContent.File, String> url) {
            MediaContent.File video = content == null ? null : content.video();
            return video == null ? null : new VideoJson(url.apply(video), video.contentType());
        }
    }
}
