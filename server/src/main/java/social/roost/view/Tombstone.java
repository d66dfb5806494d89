package social.roost.view;

import org.jspecify.annotations.Nullable;

/**
 * Stands in a conversation for a tweet that is deleted or hidden from the viewer.
 *
 * @param replyToId the tweet it replies to; null if it starts the conversation
 */
public record Tombstone(long id, @Nullable Long replyToId, long conversationId, boolean deleted) implements PageItem {}
