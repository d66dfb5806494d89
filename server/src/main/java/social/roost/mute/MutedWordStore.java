package social.roost.mute;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The muted words of each user, including expired ones.
 *
 * <p>Promises: a write is durable when it returns, and a read after a write sees it. The event {@code MutedWordsChanged}
 * is stored if and only if the words changed.
 */
public interface MutedWordStore {

    /** The words of a user, in the order in which they were stored. */
    List<MutedWord> words(long userId);

    /**
     * Stores what the edit returns, with no other edit of the same user in between.
     *
     * @param edit may be called several times; nothing changes if it throws
     */
    void edit(long userId, UnaryOperator<List<MutedWord>> edit);
}
