package social.roost.http;

import social.roost.base.Caller;
import social.roost.http.Authentication.Identity;
import social.roost.http.Limits.Use;

/** Admits requests: authenticates the caller and enforces rate limits. */
public final class Admission {
    private static final int NOT_LOGGED_IN = 401;

    private final Authentication authentication;
    private final Limits limits;

    /** Creates an admission in which cookies are {@code Secure} only for requests over TLS. */
    public Admission(Authenticator authenticator, Limits limits) {
        this(authenticator, limits, false);
    }

    /** @param secureCookies whether cookies are always {@code Secure}, even for requests without TLS */
    public Admission(Authenticator authenticator, Limits limits, boolean secureCookies) {
        this.authentication = new Authentication(authenticator, secureCookies);
        this.limits = limits;
    }

    Limits.OfRoute limits(Route route) {
        return limits.of(route);
    }

    /**
     * Called before the handler.
     *
     * @throws Problem 401 or 403 from {@link Authentication}, 429 if a rate limit is exceeded
     */
    Admitted admit(Route route, Limits.OfRoute routeLimits, Sender sender) {
        Identity identity = identify(route, routeLimits, sender);
        return new Admitted(identity, routeLimits, routeLimits.use(identity.caller(), sender));
    }

    /** Rejected tokens count too, because looking up a token costs as much as a read. */
    private Identity identify(Route route, Limits.OfRoute routeLimits, Sender sender) {
        try {
            return authentication.identify(route, sender);
        } catch (Problem problem) {
            if (problem.status() == NOT_LOGGED_IN) {
                var _ = routeLimits.useByAddress(sender);
            }
            throw problem;
        }
    }

    /** @param use as the response reports it */
    record Admitted(Identity identity, Limits.OfRoute limits, Use use) {

        /** Counted several more times. */
        Admitted counted(int times) {
            Caller caller = identity.caller();
            return caller == null ? this : new Admitted(identity, limits, limits.useMore(use, caller, times));
        }
    }
}
