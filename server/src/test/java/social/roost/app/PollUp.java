package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import social.roost.app.ModelClient.Account;
import social.roost.app.ModelClient.TweetsPage;

/** A reader who has read the top of the home timeline and polls for new tweets. */
final class PollUp {
    private final Account reader;
    private final Set<Long> required = new HashSet<>();
    private final List<Long> read = new ArrayList<>();
    private String previous;

    PollUp(ModelClient client, Account reader, int limit) {
        this.reader = reader;
        TweetsPage first = client.home(reader, limit, null);
        read.addAll(first.ids());
        previous = Objects.requireNonNull(first.previous());
    }

    Account reader() {
        return reader;
    }

    void posted(long tweet) {
        required.add(tweet);
    }

    /** These were deleted, or their author is no longer followed: they may be missing from now on. */
    void excuse(Collection<Long> tweets) {
        required.removeAll(tweets);
    }

    /** From now on, only these are certain to be shown, if they were before. */
    void excuseAllBut(Collection<Long> tweets) {
        required.retainAll(tweets);
    }

    /** Returns how many there were. */
    int poll(ModelClient client, int limit) {
        TweetsPage page = client.home(reader, limit, previous);
        assertThat(page.ids()).as("polled by %s", reader).isSortedAccordingTo(Comparator.reverseOrder());
        read.addAll(page.ids());
        assertThat(read).as("polled up by %s", reader).doesNotHaveDuplicates();
        previous = Objects.requireNonNull(page.previous());
        return page.ids().size();
    }

    /** Called when no deliveries are in progress. */
    void pollToTheEnd(ModelClient client, int limit) {
        while (poll(client, limit) > 0) {}
        assertThat(read).as("all that %s polled", reader).containsAll(required);
    }
}
