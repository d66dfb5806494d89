package social.roost.app;

import java.util.Map;
import social.roost.base.config.Quota;
import social.roost.base.config.Setting;
import social.roost.http.Limits;
import social.roost.http.RateLimits;

/** How often the API may be called. */
public record LimitSettings(
        @Setting(value = "true", help = "Whether how often the API may be called is limited at all.")
        boolean enabled,

        OfUsers user,
        OfAddresses address) {

    /** For each user, wherever the user is logged in. */
    public record OfUsers(
            @Setting(value = "1800/1m", help = "How often a user may read, streams aside.")
            Quota read,

            @Setting(value = "300/3h", help = "How many tweets a user may post, replies and quotes among them.")
            Quota post,

            @Setting(
                    value = "1000/1h",
                    help = "How often a user may like, retweet and bookmark, or take one of these back.")
            Quota engage,

            @Setting(value = "400/1d", help = "How often a user may follow someone.")
            Quota follow,

            @Setting(
                    value = "600/15m",
                    help = "How often a user may do anything else: delete, unfollow, block, mute, edit the profile.")
            Quota write,

            @Setting(value = "300/15m", help = "How many streams a user may open, and tickets for them ask for.")
            Quota stream) {}

    /** For each IPv4 address, and for the first 64 bits of each IPv6 address. */
    public record OfAddresses(
            @Setting(
                    value = "900/1m",
                    help = "How many requests may come from one address without a log-in, or with one that is refused.")
            Quota any,

            @Setting(value = "600/1m", help = "How many streams may be opened with tickets from one address.")
            Quota stream,

            @Setting(value = "60/1h burst 30", help = "How many log-ins may be tried from one address.")
            Quota logIn,

            @Setting(value = "20/1h burst 10", help = "How many registrations may be tried from one address.")
            Quota signUp) {}

    Limits limits(RateLimits rates) {
        return enabled
                ? new Limits(
                        rates,
                        Map.of(
                                "read", user.read,
                                "post", user.post,
                                "engage", user.engage,
                                "follow", user.follow,
                                "write", user.write,
                                "stream", user.stream),
                        Map.of(
                                Limits.ANY,
                                address.any,
                                "stream",
                                address.stream,
                                "log-in",
                                address.logIn,
                                "sign-up",
                                address.signUp))
                : Limits.NONE;
    }
}
