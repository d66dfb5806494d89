package social.roost.api;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.media.FileType;
import social.roost.media.MediaCapabilities;
import social.roost.media.MediaKind;
import social.roost.media.MediaLimits;
import social.roost.media.MediaUploads;
import social.roost.search.TweetSearch;
import social.roost.search.query.QueryParser;
import social.roost.tweet.Labels;
import social.roost.tweet.PostTweet;
import social.roost.tweet.text.TweetText;

/** {@code /capabilities}: what clients need to know before they let someone write or choose a file. */
public final class CapabilityRoutes {
    private final MediaCapabilities media;
    private final @Nullable SearchPart search;
    private final BooleanSupplier trends;

    /**
     * For what this server can do.
     *
     * @param searched whether tweets are searched
     * @param trends whether trends are detected now
     */
    public CapabilityRoutes(MediaCapabilities media, boolean searched, BooleanSupplier trends) {
        this.media = media;
        this.search = searched ? SearchPart.OF_TWEETS : null;
        this.trends = trends;
    }

    public List<Route> routes() {
        return List.of(Route.get("/api/roost/v1/capabilities", Access.ANYONE, this::get));
    }

    private Response get(Request request) {
        return Response.data(
                200, new CapabilitiesJson(MediaPart.of(media), TweetPart.ALWAYS, search, trends.getAsBoolean()));
    }

    private record CapabilitiesJson(
            MediaPart media, TweetPart tweet, @Nullable SearchPart search, boolean trends) {}

    /** @param tweets whether tweets are searched */
    private record SearchPart(boolean tweets, int queryLength, int queryClauses) {
        static final SearchPart OF_TWEETS = new SearchPart(true, TweetSearch.LONGEST_QUERY, QueryParser.MOST_CLAUSES);
    }

    private record TweetPart(int maxLength, int threadLength, int contentWarningLength) {
        static final TweetPart ALWAYS =
                new TweetPart(TweetText.MAX_WEIGHTED_LENGTH, PostTweet.MOST_IN_THREAD, Labels.WARNING_LENGTH);
    }

    private record MediaPart(
            List<String> kinds,
            List<String> types,
            @Nullable Image image,
            @Nullable Image gif,
            @Nullable Video video,
            int maxImages,
            int altTextLength) {

        static MediaPart of(MediaCapabilities media) {
            MediaLimits limits = media.limits();
            Set<MediaKind> kinds = media.kinds();
            return new MediaPart(
                    kinds.stream()
                            .sorted()
                            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                            .toList(),
                    media.types().stream().map(FileType::contentType).toList(),
                    kinds.contains(MediaKind.IMAGE)
                            ? new Image(limits.imageSize().bytes(), limits.imagePixels())
                            : null,
                    kinds.contains(MediaKind.GIF) ? new Image(limits.gifSize().bytes(), limits.imagePixels()) : null,
                    kinds.contains(MediaKind.VIDEO)
                            ? new Video(
                                    limits.videoSize().bytes(),
                                    limits.videoLength().toSeconds())
                            : null,
                    MediaCapabilities.MOST_IMAGES,
                    MediaUploads.ALT_TEXT_LENGTH);
        }
    }

    private record Image(long maxBytes, long maxPixels) {}

    private record Video(long maxBytes, long maxSeconds) {}
}
