package social.roost.message;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.media.ShownMedium;

/**
 * A message as one member sees it.
 *
 * @param media those that the member sees, in order
 * @param hiddenMedia the number of media that the member sees after accepting the request
 * @param replied the message that it replies to; null if it is not a reply
 * @param isHidden whether the member blocks the sender; then nothing but the place is shown
 */
public record MessageView(
        Message message,
        List<Reaction> reactions,
        List<ShownMedium> media,
        int hiddenMedia,
        @Nullable Replied replied,
        boolean isHidden) {

    /**
     * The message that another replies to.
     *
     * @param message null if the member does not see it
     */
    public record Replied(long seq, @Nullable Message message) {}
}
