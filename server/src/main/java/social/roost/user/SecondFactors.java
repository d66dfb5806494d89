package social.roost.user;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Caller;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.user.SecondFactorStore.SecondFactor;

/** Turns two-factor authentication on and off, and checks its codes. */
public final class SecondFactors {
    private static final Logger LOG = LoggerFactory.getLogger(SecondFactors.class);
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern APP_CODE = Pattern.compile("[0-9]{" + Totp.DIGITS + "}");

    private final SecondFactorStore store;
    private final Users users;
    private final OwnPassword password;
    private final Sessions sessions;
    private final LogInAttempts attempts;
    private final InstantSource clock;

    public SecondFactors(
            SecondFactorStore store,
            Users users,
            OwnPassword password,
            Sessions sessions,
            LogInAttempts attempts,
            InstantSource clock) {
        this.store = store;
        this.users = users;
        this.password = password;
        this.sessions = sessions;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Whether the user's log-ins need a code, and how many recovery codes are left. */
    public State state(long userId) {
        return enabled(userId)
                .map(factor -> new State(factor.enabledAt(), factor.recoveryCodes()))
                .orElse(State.OFF);
    }

    /**
     * Proposes a secret, which has to be confirmed with a code.
     *
     * @throws Rejection FORBIDDEN if the password is wrong, TOO_MANY after too many wrong ones, CONFLICT if the user's
     *     log-ins need a code already
     */
    public Proposal propose(Caller caller, String typedPassword) {
        password.confirm(caller, typedPassword, "password");
        String secret = Totp.newSecret();
        if (!store.propose(caller.userId(), secret)) {
            throw new Rejection(
                    Kind.CONFLICT, "second_factor_enabled", "Two-factor authentication is already turned on.");
        }
        String username = users.require(caller.userId()).user().username();
        return new Proposal(secret, Totp.uri(username, secret));
    }

    /**
     * Turns two-factor authentication on, and ends all other sessions: they began without a code.
     *
     * @return the recovery codes, which are not stored
     * @throws Rejection FORBIDDEN if the code is wrong, TOO_MANY after too many wrong ones, CONFLICT if there is no
     *     proposed secret
     */
    public List<String> confirm(Caller caller, String code) {
        String secret = store.find(caller.userId())
                .filter(factor -> !factor.isEnabled())
                .map(SecondFactor::secret)
                .orElseThrow(SecondFactors::nothingToConfirm);
        List<String> codes = attempts.confirm(caller, () -> enable(caller.userId(), secret, code));
        sessions.revokeOthers(caller.userId(), caller.sessionId());
        return codes;
    }

    private List<String> enable(long userId, String secret, String code) {
        OptionalLong step = Totp.stepOf(plain(code), secret, clock.millis());
        if (step.isEmpty()) {
            throw wrongCode(Kind.FORBIDDEN);
        }
        List<String> codes = RecoveryCodes.create();
        if (!store.enable(userId, secret, step.getAsLong(), clock.millis(), hashes(userId, codes))) {
            throw nothingToConfirm();
        }
        return codes;
    }

    private static Rejection nothingToConfirm() {
        return new Rejection(
                Kind.CONFLICT, "no_proposed_secret", "There is no new secret to confirm: begin again with a new one.");
    }

    /**
     * Turns two-factor authentication off.
     *
     * @throws Rejection FORBIDDEN if the password or the code is wrong, TOO_MANY after too many wrong ones, NOT_FOUND
     *     if it is off
     */
    public void remove(Caller caller, String typedPassword, String code) {
        requireBoth(caller, typedPassword, code);
        boolean _ = store.remove(caller.userId());
    }

    /**
     * Replaces all recovery codes.
     *
     * @return the new ones, which are not stored
     * @throws Rejection as {@link #remove} does
     */
    public List<String> renewRecoveryCodes(Caller caller, String typedPassword, String code) {
        requireBoth(caller, typedPassword, code);
        List<String> codes = RecoveryCodes.create();
        if (!store.replaceRecoveryCodes(caller.userId(), hashes(caller.userId(), codes))) {
            throw off();
        }
        return codes;
    }

    private void requireBoth(Caller caller, String typedPassword, String code) {
        SecondFactor factor = enabled(caller.userId()).orElseThrow(SecondFactors::off);
        boolean _ = attempts.confirm(caller, () -> {
            String _ = password.require(caller, typedPassword, "password");
            if (!use(caller.userId(), factor.secret(), plain(code))) {
                throw wrongCode(Kind.FORBIDDEN);
            }
            return true;
        });
    }

    /**
     * Turns two-factor authentication off for a user who has lost the authenticator and the recovery codes.
     *
     * @return false if it was off
     */
    public boolean removeByOperator(long userId) {
        boolean removed = store.remove(userId);
        if (removed) {
            LOG.info("An operator turned off two-factor authentication of user {}", userId);
        }
        return removed;
    }

    /** The enabled second factor of a user. */
    Optional<SecondFactor> enabled(long userId) {
        return store.find(userId).filter(SecondFactor::isEnabled);
    }

    /** Whether it has the form of a code of an authenticator app; otherwise it can only be a recovery code. */
    static boolean isAppCode(String code) {
        return APP_CODE.matcher(plain(code)).matches();
    }

    /** Uses up a code of the authenticator app or a recovery code; false if it is wrong or was used before. */
    boolean use(long userId, SecondFactor factor, String code) {
        return use(userId, factor.secret(), plain(code));
    }

    private boolean use(long userId, String secret, String code) {
        if (!isAppCode(code)) {
            return store.useRecoveryCode(userId, RecoveryCodes.hash(userId, code));
        }
        OptionalLong step = Totp.stepOf(code, secret, clock.millis());
        return step.isPresent() && store.useStep(userId, secret, step.getAsLong());
    }

    static Rejection wrongCode(Kind kind) {
        return new Rejection(kind, "wrong_code", "The code is wrong or was used before.", "code");
    }

    private static Rejection off() {
        return Rejection.notFound("second factor");
    }

    private static String plain(String code) {
        return SPACES.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static List<TokenHash> hashes(long userId, List<String> codes) {
        return codes.stream().map(code -> RecoveryCodes.hash(userId, code)).toList();
    }

    /**
     * Whether log-ins need a code.
     *
     * @param enabledAt in milliseconds since 1970; 0 if they do not
     * @param recoveryCodes how many are left
     */
    public record State(long enabledAt, int recoveryCodes) {
        static final State OFF = new State(0, 0);
    }

    /**
     * A secret to put into an authenticator app.
     *
     * @param secret in Base32, to type
     * @param uri for a QR code
     */
    public record Proposal(String secret, String uri) {}
}
