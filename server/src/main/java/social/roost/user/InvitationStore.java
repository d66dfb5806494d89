package social.roost.user;

import java.util.List;

/**
 * Invitations to register. Promises: a write is durable when it returns, and a read after a write sees it. An invitation
 * is never used more often than it may be, also if several use it at the same moment. All times are in milliseconds since
 * 1970.
 */
public interface InvitationStore {

    /** Adds an invitation. */
    void add(Invitation invitation);

    /** The newest invitations, expired and used ones too. */
    List<Invitation> list(int limit);

    /**
     * Removes an invitation.
     *
     * @return false if there is none
     */
    boolean remove(String code);

    /**
     * Uses an invitation once.
     *
     * @return false if there is none, or it has expired or was used up
     */
    boolean use(String code, long now);

    /** Takes a use back, because nobody registered with it. */
    void giveBack(String code);

    /**
     * An invitation.
     *
     * @param by the operator who made it
     * @param uses how often it can be used
     * @param used how often it was
     */
    record Invitation(String code, long by, long createdAt, long expiresAt, int uses, int used) {}
}
