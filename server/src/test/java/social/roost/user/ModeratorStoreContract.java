package social.roost.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.user.ModeratorStore.Moderator;

/** What every {@link ModeratorStore} promises, a test for each promise (issue 24.4). */
@Timeout(60)
public abstract class ModeratorStoreContract {
    /** The store of this test, empty at first. */
    protected abstract ModeratorStore store();

    @Test
    void whoWasGrantedIsOneUntilRevoked() {
        assertThat(store().includes(5)).isFalse();
        assertThat(store().grant(5, 1, 100)).isTrue();
        assertThat(store().includes(5)).isTrue();
        assertThat(store().revoke(5)).isTrue();
        assertThat(store().revoke(5)).isFalse();
        assertThat(store().includes(5)).isFalse();
    }

    @Test
    void grantingAgainChangesNothing() {
        assertThat(store().grant(5, 1, 100)).isTrue();
        assertThat(store().grant(5, 2, 200)).isFalse();
        assertThat(store().grant(4, 0, 300)).isTrue();
        assertThat(store().list()).containsExactly(new Moderator(4, 0, 300), new Moderator(5, 1, 100));
    }
}
