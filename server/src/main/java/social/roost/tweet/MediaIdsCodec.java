package social.roost.tweet;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How stores keep the media of a tweet: ids separated by commas, null for none. */
public final class MediaIdsCodec {
    private MediaIdsCodec() {}

    public static @Nullable String encode(List<Long> ids) {
        return ids.isEmpty() ? null : ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    public static List<Long> decode(@Nullable String stored) {
        return stored == null
                ? List.of()
                : Arrays.stream(stored.split(",", -1)).map(Long::valueOf).toList();
    }
}
