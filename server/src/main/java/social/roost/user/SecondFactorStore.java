package social.roost.user;

import java.util.List;
import java.util.Optional;

/**
 * Secrets of authenticator apps and hashes of recovery codes, by user.
 *
 * <p>A write is durable when it returns, and a read after it sees it. Of concurrent calls that use the same code, one
 * succeeds at most, whichever processes they are in.
 */
public interface SecondFactorStore {

    /**
     * Keeps a secret that is not enabled yet, in place of an earlier one.
     *
     * @return false if the user has an enabled one, which stays
     */
    boolean propose(long userId, String secret);

    /** The user's secret, enabled or not. */
    Optional<SecondFactor> find(long userId);

    /**
     * Enables a secret that was proposed.
     *
     * @param step of the code that confirms it; it counts as used
     * @param at in milliseconds since 1970
     * @param recoveryCodes the only ones from now on
     * @return false if the user has another secret by now, or this one is enabled already
     */
    boolean enable(long userId, String secret, long step, long at, List<TokenHash> recoveryCodes);

    /**
     * Uses the code of a step.
     *
     * @return false if this step or a later one was used before, or this secret is not enabled
     */
    boolean useStep(long userId, String secret, long step);

    /**
     * Uses a recovery code.
     *
     * @return false if the user has no such code
     */
    boolean useRecoveryCode(long userId, TokenHash code);

    /**
     * Replaces all recovery codes.
     *
     * @return false if the user has no enabled secret
     */
    boolean replaceRecoveryCodes(long userId, List<TokenHash> recoveryCodes);

    /**
     * Removes the secret, enabled or not, and all recovery codes.
     *
     * @return false if there was no secret
     */
    boolean remove(long userId);

    /**
     * A secret.
     *
     * @param secret in Base32
     * @param enabledAt in milliseconds since 1970; 0 if it is not enabled
     * @param recoveryCodes how many are left
     */
    record SecondFactor(String secret, long enabledAt, int recoveryCodes) {
        public boolean isEnabled() {
            return enabledAt != 0;
        }
    }
}
