package social.roost.tweet;

/**
 * A poll as a viewer sees it.
 *
 * @param votes in all; {@link #showsResults} says whether the viewer may know those for each option
 * @param showsResults to its author, to those who have voted, and to everyone at the end
 */
public record PollView(long id, Poll poll, PollStore.Votes votes, boolean hasEnded, boolean showsResults) {}
