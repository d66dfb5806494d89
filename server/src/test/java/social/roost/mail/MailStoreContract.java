package social.roost.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.Snowflake;

/** What every {@link MailStore} promises, a test for each promise (issue 24.1). */
@Timeout(60)
public abstract class MailStoreContract {
    private static final int RACERS = 20;

    /** The least id of its millisecond. */
    private static final long FIRST = Snowflake.lowestAt(1_800_000_000_000L);

    private static final long NOW = 1_800_000_000_000L;

    /** The store of this test, empty at first. */
    protected abstract MailStore store();

    /** Makes the store continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    @Test
    void aMailIsLeasedAsItWasAddedByOneAtATime() {
        DueMail mail = mail(0, "Bob@Example.COM");
        store().add(mail);
        assertThat(store().lease(NOW - 1, NOW + 30, 10)).isEmpty();
        assertThat(store().lease(NOW, NOW + 30, 10)).containsExactly(mail);
        assertThat(store().lease(NOW + 29, NOW + 60, 10)).isEmpty();
        assertThat(store().lease(NOW + 30, NOW + 60, 10)).containsExactly(mail);
    }

    @Test
    void oneOfAKindWaitsForAnAddressHoweverItIsTyped() {
        DueMail first = mail(0, "Bob@Example.COM");
        store().add(first);
        store().add(mail(1, "bob@example.com"));
        store().add(mail(2, "carol@example.com"));
        assertThat(store().lease(NOW, NOW + 30, 10)).containsExactly(first, mail(2, "carol@example.com"));
        store().done(first.id());
        store().add(mail(3, "bob@example.com"));
        assertThat(store().lease(NOW, NOW + 30, 10)).containsExactly(mail(3, "bob@example.com"));
    }

    @Test
    void whatIsDoneIsGoneAndWhatIsPostponedIsDueLater() {
        store().add(mail(0, "a@example.com"));
        store().add(mail(1, "b@example.com"));
        assertThat(store().lease(NOW, NOW + 30, 10)).hasSize(2);
        store().done(FIRST);
        store().done(FIRST);
        store().postpone(FIRST + 1, NOW + 10);
        store().postpone(FIRST, NOW + 10);
        assertThat(store().waiting()).isEqualTo(1);
        assertThat(store().lease(NOW + 9, NOW + 30, 10)).isEmpty();
        assertThat(store().lease(NOW + 10, NOW + 30, 10)).containsExactly(mail(1, "b@example.com"));
    }

    @Test
    void ofManyProcessesOneGetsTheLease() {
        IntStream.range(0, 5).forEach(i -> store().add(mail(i, i + "@example.com")));
        List<Long> leased = IntStream.range(0, RACERS)
                .parallel()
                .mapToObj(_ -> store().lease(NOW, NOW + 30, 10))
                .flatMap(List::stream)
                .map(DueMail::id)
                .toList();
        assertThat(leased).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void onlySoManyAreLeased() {
        IntStream.range(0, 5).forEach(i -> store().add(mail(i, i + "@example.com")));
        assertThat(store().lease(NOW, NOW + 30, 2)).hasSize(2);
        assertThat(store().lease(NOW, NOW + 30, 10)).hasSize(3);
    }

    @Test
    void whatWasAddedOutlivesACrash() throws Exception {
        store().add(mail(0, "a@example.com"));
        crash();
        assertThat(store().lease(NOW, NOW + 30, 10)).containsExactly(mail(0, "a@example.com"));
    }

    private static DueMail mail(int number, String address) {
        return new DueMail(FIRST + number, MailKind.PASSWORD_RESET, 7, address, "detail ☕");
    }
}
