package social.roost.http;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.base.Caller;
import social.roost.base.Rejection;
import social.roost.base.config.Quota;
import social.roost.http.RateLimits.Taken;

/**
 * Rate limits on the routes of each {@link Route#group}, for users and addresses. A logged-in caller counts as a user
 * if there is a quota for users, and otherwise by address.
 */
public final class Limits {
    /** No limits. */
    public static final Limits NONE = new Limits((policy, subject, tokens) -> Taken.UNCOUNTED, Map.of(), Map.of());

    /** The group whose address quota applies if a route's group has none. */
    public static final String ANY = "any";

    /**
     * The quota of an IPv6 /48 in multiples of an address's quota. A site may have a /48, which contains 65,536
     * networks.
     */
    private static final int ADDRESSES_OF_A_SITE = 10;

    private final RateLimits rates;
    private final Map<String, RatePolicy> ofUsers;
    private final Map<String, RatePolicy> ofAddresses;
    private final Map<String, RatePolicy> ofSites;

    /**
     * @param ofUsers by group
     * @param ofAddresses by group
     */
    public Limits(RateLimits rates, Map<String, Quota> ofUsers, Map<String, Quota> ofAddresses) {
        this.rates = rates;
        this.ofUsers = policies("user-", ofUsers);
        this.ofAddresses = policies("address-", ofAddresses);
        this.ofSites = policies("site-", ofSites(ofUsers, ofAddresses));
    }

    /** Quotas that count by address only, for all networks of a site together. */
    private static Map<String, Quota> ofSites(Map<String, Quota> ofUsers, Map<String, Quota> ofAddresses) {
        Map<String, Quota> quotas = new HashMap<>(ofAddresses);
        quotas.keySet().removeAll(ofUsers.keySet());
        quotas.remove(ANY);
        quotas.replaceAll((group, quota) -> quota.times(ADDRESSES_OF_A_SITE));
        return quotas;
    }

    private static Map<String, RatePolicy> policies(String prefix, Map<String, Quota> quotas) {
        Map<String, RatePolicy> policies = new HashMap<>();
        quotas.forEach((group, quota) -> policies.put(group, RatePolicy.of(prefix + group, quota)));
        return policies;
    }

    /**
     * Returns the limits of a route.
     *
     * @throws IllegalArgumentException if limits are configured, but none for its group
     */
    OfRoute of(Route route) {
        RatePolicy ofUser = route.isUnlimited() ? null : ofUsers.get(route.group());
        RatePolicy ofAddress =
                route.isUnlimited() ? null : ofAddresses.getOrDefault(route.group(), ofAddresses.get(ANY));
        if (!route.isUnlimited() && !ofUsers.isEmpty() && ofUser == null && !ofAddresses.containsKey(route.group())) {
            throw new IllegalArgumentException("No rate limits are defined for the group " + route.group());
        }
        return new OfRoute(ofUser, ofAddress, ofSites.get(route.group()), !route.isSafe());
    }

    /** The limits of one route. */
    final class OfRoute {
        private final @Nullable RatePolicy ofUser;
        private final @Nullable RatePolicy ofAddress;
        private final @Nullable RatePolicy ofSite;
        private final boolean isAlwaysTold;

        private OfRoute(
                @Nullable RatePolicy ofUser,
                @Nullable RatePolicy ofAddress,
                @Nullable RatePolicy ofSite,
                boolean isAlwaysTold) {
            this.ofUser = ofUser;
            this.ofAddress = ofAddress;
            this.ofSite = ofSite;
            this.isAlwaysTold = isAlwaysTold;
        }

        /**
         * Counts a request, by its user if it has one.
         *
         * @throws Problem 429 if the limit is exceeded
         */
        Use use(@Nullable Caller caller, Sender sender) {
            return ofUser != null && caller != null
                    ? use(ofUser, rates.take(ofUser, caller.userId()))
                    : useByAddress(sender);
        }

        /**
         * Counts a request of a user several more times.
         *
         * @throws Problem 429 if the limit would be exceeded; then it is not counted more often
         */
        Use useMore(Use already, Caller caller, int times) {
            return ofUser == null || times <= 0 ? already : use(ofUser, rates.take(ofUser, caller.userId(), times));
        }

        /**
         * Counts a request of an unknown caller.
         *
         * @throws Problem 429 if the limit is exceeded
         */
        Use useByAddress(Sender sender) {
            if (ofAddress == null) {
                return Use.NOT_TOLD;
            }
            Use use = use(ofAddress, rates.take(ofAddress, sender.network()));
            if (ofSite != null && sender.site().isPresent()) {
                var _ = use(ofSite, rates.take(ofSite, sender.site().getAsLong()));
            }
            return use;
        }

        private Use use(RatePolicy policy, Taken taken) {
            if (!taken.isGranted()) {
                throw tooMany(policy, taken);
            }
            // Not with every read: the two headers would cost more than counting.
            boolean isTold = taken.left() < policy.burst() / 2 || (isAlwaysTold && taken.isCounted());
            return isTold ? new Use(policy, taken) : Use.NOT_TOLD;
        }
    }

    private static Problem tooMany(RatePolicy policy, Taken taken) {
        return Problem.of(Rejection.tooMany("rate_limited", "Rate limit exceeded", taken.seconds()))
                .header("ratelimit-policy", policy.header())
                .header("ratelimit", state(policy, 0, taken.seconds()));
    }

    private static String state(RatePolicy policy, long left, long seconds) {
        return "\"" + policy.name() + "\";r=" + left + ";t=" + seconds;
    }

    /** A counted request, and the limits reported in its response. */
    record Use(@Nullable RatePolicy policy, Taken taken) {
        private static final Use NOT_TOLD = new Use(null, Taken.UNCOUNTED);

        void tell(Response response) {
            if (policy != null) {
                response.header("ratelimit-policy", policy.header())
                        .header("ratelimit", state(policy, taken.left(), taken.seconds()));
            }
        }
    }
}
