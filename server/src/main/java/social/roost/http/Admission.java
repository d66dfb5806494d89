package social.roost.http;

import social.roost.http.Authentication.Identity;
import social.roost.http.Limits.Use;

/** Lets requests in: of whom they should be, and no more than there should be. */
public final class Admission {
    private static final int NOT_LOGGED_IN = 401;

    private final Authentication authentication;
    private final Limits limits;

    /** One in which cookies are for TLS only where a request came by TLS. */
    public Admission(Authenticator authenticator, Limits limits) {
        this(authenticator, limits, false);
    }

    /** @param secureCookies whether cookies are for TLS only, however a request came here */
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
     * @throws Problem 401 and 403 as {@link Authentication} has it, 429 for too many
     */
    Admitted admit(Route route, Limits.OfRoute routeLimits, Sender sender) {
        Identity identity = identify(route, routeLimits, sender);
        return new Admitted(identity, routeLimits.use(identity.caller(), sender));
    }

    /** Whoever is refused is counted too, for looking for a token costs as much as a read. */
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

    record Admitted(Identity identity, Use use) {}
}
