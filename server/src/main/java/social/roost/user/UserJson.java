package social.roost.user;

import org.jspecify.annotations.Nullable;
import social.roost.base.Timestamps;
import social.roost.http.Json;

/** {@code user} as the API shows it. */
record UserJson(
        String id,
        String username,
        String displayName,
        String bio,
        String location,
        String url,
        @Nullable String avatarUrl,
        @Nullable String headerUrl,
        long followersCount,
        long followingCount,
        long tweetsCount,
        String createdAt) {

    static byte[] encode(User user, ProfileCounts.Counts counts) {
        return Json.encode(new UserJson(
                Long.toString(user.id()),
                user.username(),
                user.displayName(),
                user.bio(),
                user.location(),
                user.url(),
                user.avatarUrl(),
                user.headerUrl(),
                counts.followers(),
                counts.following(),
                counts.tweets(),
                Timestamps.format(user.createdAt())));
    }
}
