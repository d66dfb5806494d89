package social.roost.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.user.InvitationStore.Invitation;

/** What every {@link InvitationStore} promises, a test for each promise (issue 24.4). */
@Timeout(60)
public abstract class InvitationStoreContract {
    /** The store of this test, empty at first. */
    protected abstract InvitationStore store();

    @Test
    void invitationsAreListedTheNewestFirst() {
        Invitation older = new Invitation("a", 1, 100, 200, 3, 0);
        Invitation newer = new Invitation("b", 1, 101, 200, 3, 1);
        store().add(older);
        store().add(newer);
        assertThat(store().list(10)).containsExactly(newer, older);
        assertThat(store().list(1)).containsExactly(newer);
        assertThat(store().remove("b")).isTrue();
        assertThat(store().remove("b")).isFalse();
        assertThat(store().list(10)).containsExactly(older);
    }

    @Test
    void anExpiredOrUnknownOneIsNotUsed() {
        store().add(new Invitation("a", 1, 100, 200, 3, 0));
        assertThat(store().use("b", 150)).isFalse();
        assertThat(store().use("a", 200)).isFalse();
        assertThat(store().use("a", 199)).isTrue();
    }

    @Test
    void aUseThatIsGivenBackCanBeUsedAgain() {
        store().add(new Invitation("a", 1, 100, 200, 1, 0));
        assertThat(store().use("a", 150)).isTrue();
        assertThat(store().use("a", 150)).isFalse();
        store().giveBack("a");
        store().giveBack("a");
        assertThat(store().use("a", 150)).isTrue();
        assertThat(store().use("a", 150)).isFalse();
    }

    @Test
    void manyAtOnceUseItAsOftenAsItSays() {
        store().add(new Invitation("a", 1, 100, 200, 5, 0));
        AtomicInteger used = new AtomicInteger();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                crowd.execute(() -> {
                    if (store().use("a", 150)) {
                        used.incrementAndGet();
                    }
                });
            }
        }
        assertThat(used).hasValue(5);
    }
}
