package social.roost.http;

import java.util.Optional;
import social.roost.base.Caller;

/** Knows whose token it is. */
@FunctionalInterface
public interface Authenticator {

    /** Empty when the token is malformed, unknown, expired or revoked. May block. */
    Optional<Caller> authenticate(String token);

    /** Called before a request without a token is handled, except for questions after the process's health. May block. */
    default void visit() {}
}
