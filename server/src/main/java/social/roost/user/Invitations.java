package social.roost.user;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import social.roost.base.Rejection;
import social.roost.user.InvitationStore.Invitation;

/** Invites people to register. The caller has checked that an operator asks. */
public final class Invitations {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;
    private static final int MOST_USES = 1_000;
    private static final int MOST_DAYS = 365;
    private static final int LISTED = 100;

    private final InvitationStore store;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public Invitations(InvitationStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Makes an invitation.
     *
     * @throws Rejection INVALID if a value is out of range
     */
    public Invitation create(long operatorId, int uses, int days) {
        if (uses < 1 || uses > MOST_USES) {
            throw Rejection.invalid("uses", "Expected 1 to " + MOST_USES + ".");
        }
        if (days < 1 || days > MOST_DAYS) {
            throw Rejection.invalid("days", "Expected 1 to " + MOST_DAYS + ".");
        }
        long now = clock.millis();
        Invitation made = new Invitation(
                code(), operatorId, now, now + Duration.ofDays(days).toMillis(), uses, 0);
        store.add(made);
        return made;
    }

    /** 80 random bits: 32 letters and digits that are not easily confused. */
    private String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** The newest invitations. */
    public List<Invitation> list() {
        return store.list(LISTED);
    }

    /**
     * Removes an invitation.
     *
     * @throws Rejection NOT_FOUND if there is none
     */
    public void remove(String code) {
        if (!store.remove(code)) {
            throw Rejection.notFound("invitation");
        }
    }
}
