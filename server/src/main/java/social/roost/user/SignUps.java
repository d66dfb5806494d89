package social.roost.user;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.user.Accounts.Registration;
import social.roost.user.RegistrationSettings.Mode;

/** Registers those who may. */
public final class SignUps {
    private final RegistrationSettings settings;
    private final Accounts accounts;
    private final InvitationStore invitations;
    private final InstantSource clock;

    public SignUps(RegistrationSettings settings, Accounts accounts, InvitationStore invitations, InstantSource clock) {
        this.settings = settings;
        this.accounts = accounts;
        this.invitations = invitations;
        this.clock = clock;
    }

    /** Who can register. */
    public Mode mode() {
        return settings.mode();
    }

    /**
     * Registers an account.
     *
     * @param invitation the code of one; null for none
     * @throws Rejection FORBIDDEN if registration is closed, INVALID for an invalid value or without a valid invitation
     *     where one is needed, CONFLICT for a name or address that is taken
     */
    public Profile register(Registration registration, @Nullable String invitation) {
        return switch (settings.mode()) {
            case CLOSED ->
                throw new Rejection(
                        Kind.FORBIDDEN, "registration_closed", "New accounts cannot be created on this server.");
            case OPEN -> create(registration);
            case INVITATION -> invited(registration, Objects.requireNonNullElse(invitation, ""));
        };
    }

    private Profile invited(Registration registration, String text) {
        String code = text.strip().toLowerCase(Locale.ROOT);
        if (!invitations.use(code, clock.millis())) {
            throw Rejection.invalid(
                    "invitation",
                    code.isEmpty()
                            ? "You need an invitation to register here."
                            : "This invitation is wrong, has expired, or was used up.");
        }
        try {
            return create(registration);
        } catch (Rejection rejection) {
            invitations.giveBack(code);
            throw rejection;
        }
    }

    private Profile create(Registration registration) {
        if (settings.blocks(AccountRules.email(registration.email()))) {
            throw Rejection.invalid("email", "Addresses of this domain cannot register here.");
        }
        return accounts.register(registration);
    }
}
