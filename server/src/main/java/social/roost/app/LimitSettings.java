package social.roost.app;

import static java.util.Map.entry;

import java.util.Map;
import social.roost.base.config.Quota;
import social.roost.base.config.Setting;
import social.roost.http.Limits;
import social.roost.http.RateLimits;
import social.roost.http.RatePolicy;
import social.roost.mail.MailAddress;
import social.roost.mail.MailQuota;
import social.roost.user.TokenHash;

/** Rate limits of the API. */
public record LimitSettings(
        @Setting(value = "true", help = "Whether rate limits are enforced.")
        boolean enabled,

        OfUsers user,
        OfAddresses address) {

    /** For each logged-in user. */
    public record OfUsers(
            @Setting(value = "1800/1m", help = "Reads for each user, except streams.")
            Quota read,

            @Setting(value = "300/3h", help = "Tweets for each user, including replies and quotes.")
            Quota post,

            @Setting(value = "1000/1h", help = "Likes, retweets and bookmarks for each user, including undoing them.")
            Quota engage,

            @Setting(value = "400/1d", help = "Follows for each user.")
            Quota follow,

            @Setting(
                    value = "600/15m",
                    help = "Other writes for each user: delete, unfollow, block, mute, edit the profile.")
            Quota write,

            @Setting(value = "300/1m", help = "Searches for each user.")
            Quota search,

            @Setting(value = "60/1m", help = "Reports of each user's client on which tweets were seen.")
            Quota impressions,

            @Setting(value = "600/10m", help = "Direct messages for each user.")
            Quota message,

            @Setting(value = "600/10m", help = "Read markers and typing indicators for each user.")
            Quota receipts,

            @Setting(value = "30/1h", help = "Reports to moderators by each user.")
            Quota report,

            @Setting(value = "300/15m", help = "Streams opened and stream tickets requested for each user.")
            Quota stream) {}

    /** For each IPv4 address, and for the /64 of each IPv6 address. */
    public record OfAddresses(
            @Setting(value = "900/1m", help = "Requests from one IP address without a valid session.")
            Quota any,

            @Setting(value = "120/1m", help = "Searches from one IP address without a valid session.")
            Quota search,

            @Setting(value = "600/1m", help = "Streams opened with tickets from one IP address.")
            Quota stream,

            @Setting(value = "60/1h burst 30", help = "Log-in attempts from one IP address.")
            Quota logIn,

            @Setting(value = "20/1h burst 10", help = "Registration attempts from one IP address.")
            Quota signUp,

            @Setting(
                    value = "20/1h burst 10",
                    help = "Requests for emails from one IP address, such as to reset a password.")
            Quota mail) {}

    Limits limits(RateLimits rates) {
        return enabled
                ? new Limits(
                        rates,
                        Map.ofEntries(
                                entry("read", user.read),
                                entry("post", user.post),
                                entry("engage", user.engage),
                                entry("follow", user.follow),
                                entry("write", user.write),
                                entry("search", user.search),
                                entry("impressions", user.impressions),
                                entry("message", user.message),
                                entry("receipts", user.receipts),
                                entry("report", user.report),
                                entry("stream", user.stream)),
                        Map.of(
                                Limits.ANY,
                                address.any,
                                "search",
                                address.search,
                                "stream",
                                address.stream,
                                "log-in",
                                address.logIn,
                                "sign-up",
                                address.signUp,
                                "mail",
                                address.mail))
                : Limits.NONE;
    }

    /** @param perAddress for each email address */
    MailQuota mailQuota(RateLimits rates, Quota perAddress) {
        RatePolicy policy = RatePolicy.of("mail-address", perAddress);
        return address -> !enabled
                || rates.take(policy, TokenHash.of(MailAddress.key(address)).number())
                        .isGranted();
    }
}
