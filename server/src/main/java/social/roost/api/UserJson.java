package social.roost.api;

import org.jspecify.annotations.Nullable;
import social.roost.base.Encoding;
import social.roost.base.Timestamps;
import social.roost.http.Json;
import social.roost.user.Profile;
import social.roost.user.ProfileCounts;
import social.roost.user.User;

/** The JSON of a {@code user}, the same for all viewers. */
record UserJson(
        String id,
        String username,
        String displayName,
        String bio,
        String location,
        String url,
        @Nullable PictureJson avatar,
        @Nullable PictureJson header,
        long followersCount,
        long followingCount,
        long tweetsCount,
        String createdAt) {

    static final Encoding<Profile> ENCODING = new Encoding<>(profile -> Json.encode(of(profile)));

    private static UserJson of(Profile profile) {
        User user = profile.user();
        ProfileCounts.Counts counts = profile.counts();
        return new UserJson(
                Long.toString(user.id()),
                user.username(),
                user.displayName(),
                user.bio(),
                user.location(),
                user.url(),
                PictureJson.of(user.avatar()),
                PictureJson.of(user.header()),
                counts.followers(),
                counts.following(),
                counts.tweets(),
                Timestamps.format(user.createdAt()));
    }
}
