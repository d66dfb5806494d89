package social.roost.http;

import java.util.Optional;
import social.roost.base.Caller;

/** Resolves the owner of a token. */
@FunctionalInterface
public interface Authenticator {

    /** Empty when the token is malformed, unknown, expired or revoked. May block. */
    Optional<Caller> authenticate(String token);

    /** Called before a request without a token is handled, except for health checks. May block. */
    default void visit() {}
}
