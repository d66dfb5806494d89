package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.roost.app.ModelClient.Account;
import social.roost.app.ModelClient.TweetsPage;

/** A reader who reads the home timeline page by page, while others act. */
final class WalkDown {
    private final Account reader;
    private final Set<Long> required;
    private final List<Long> read = new ArrayList<>();
    private @Nullable String next;
    private boolean ended;

    /**
     * Starts at the top.
     *
     * @param there the current content of the timeline
     */
    WalkDown(Account reader, Collection<Long> there) {
        this.reader = reader;
        required = new HashSet<>(there);
    }

    Account reader() {
        return reader;
    }

    boolean ended() {
        return ended;
    }

    /** These were deleted, or their author is no longer followed: they may be missing from now on. */
    void excuse(Collection<Long> tweets) {
        required.removeAll(tweets);
    }

    /** From now on, only these are certain to be shown, if they were before. */
    void excuseAllBut(Collection<Long> tweets) {
        required.retainAll(tweets);
    }

    void read(ModelClient client, int limit) {
        TweetsPage page = client.home(reader, limit, next);
        read.addAll(page.ids());
        assertThat(read)
                .as("read down by %s", reader)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .doesNotHaveDuplicates();
        next = page.next();
        ended = next == null;
        if (ended) {
            assertThat(read).as("all pages of %s", reader).containsAll(required);
        }
    }
}
