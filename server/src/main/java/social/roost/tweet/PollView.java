package social.roost.tweet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A poll as a viewer sees it.
 *
 * @param votes by the index of the option; options after the last one with votes may be left out. {@link #showsResults}
 *     says whether the viewer may know them
 * @param ownChoice the viewer's; null if the viewer has not voted
 * @param showsResults to its author, to those who have voted, and to everyone at the end
 */
public record PollView(
        long id, Poll poll, List<Long> votes, @Nullable Integer ownChoice, boolean hasEnded, boolean showsResults) {

    /** How many users voted. */
    public long voters() {
        return votes.stream().mapToLong(each -> each).sum();
    }

    /** The votes for an option. */
    public long votesFor(int option) {
        return option < votes.size() ? votes.get(option) : 0;
    }
}
