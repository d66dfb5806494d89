package social.roost.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import social.roost.base.Scan;
import social.roost.base.Together;

/** The promises of {@link MediaStore}. */
public abstract class MediaStoreContract {
    private static final long ALICE = 3;
    private static final long BOB = 4;
    private static final long NOW = 1_800_000_000_000L;
    private static final Medium.Upload UPLOAD = new Medium.Upload(Purpose.TWEET, "image/png", 7);
    private static final MediaContent CONTENT = new MediaContent(
            MediaKind.VIDEO,
            640,
            480,
            1_500L,
            "L*%#[]",
            List.of(new MediaContent.File(Rendition.SMALL, "a-b.jpg", "image/jpeg", 64, 48, 5)));

    protected abstract MediaStore store();

    /** Continues with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    private Medium add(long id, long user) {
        Medium medium = Medium.waiting(id, user, UPLOAD, NOW);
        store().add(medium);
        return medium;
    }

    @Test
    void findsWhatWasAdded() {
        Medium medium = add(7, ALICE);
        add(8, BOB);
        assertThat(store().find(7)).isEqualTo(medium);
        assertThat(store().find(new long[] {7, 8, 9})).containsOnlyKeys(7L, 8L);
        assertThat(store().find(9)).isNull();
    }

    @Test
    void keepsEveryField() throws Exception {
        add(7, ALICE);
        store().update(7, medium -> medium.uploaded(NOW).claimed(NOW + 1));
        Medium stored = store().update(
                        7,
                        medium -> medium.ready(1, CONTENT, NOW + 2)
                                .described(new Medium.Description("A\n\"heron\" \uD83D\uDC26", -0.5, 1))
                                .used(MediaUse.tweet(12), NOW + 3)
                                .used(new MediaUse(MediaUse.Kind.AVATAR, ALICE), NOW + 4));
        assertThat(stored).isNotNull();
        assertThat(store().find(7)).isEqualTo(stored);
        crash();
        assertThat(store().find(7)).isEqualTo(stored);
    }

    @Test
    void keepsTheUseOfAMessageUntilItEnds() throws Exception {
        MediaUse use = MediaUse.message(13);
        add(7, ALICE);
        store().update(7, medium -> medium.uploaded(NOW).claimed(NOW).ready(1, CONTENT, NOW));
        Medium used = store().update(7, medium -> medium.used(use, NOW).confirmed(use, NOW));
        crash();
        assertThat(store().find(7)).isEqualTo(used);
        assertThat(Objects.requireNonNull(used).uses()).containsExactly(use);
        assertThat(used.isInMessage()).isTrue();
        assertThat(used.isPublic()).isFalse();
        store().update(7, medium -> medium.unused(use, NOW + 1));
        crash();
        assertThat(Objects.requireNonNull(store().find(7)).isUnused()).isTrue();
        assertThat(store().due(NOW + 1 + Medium.WITHOUT_USE.toMillis(), 10)).containsExactly(7);
    }

    @Test
    void keepsAFailure() {
        add(7, ALICE);
        Medium failed =
                store().update(7, medium -> medium.uploaded(NOW).claimed(NOW).failed(1, Failure.DAMAGED_FILE, NOW));
        assertThat(failed).isNotNull();
        assertThat(store().find(7)).isEqualTo(failed);
    }

    @Test
    void anEditThatChangesNothingOrThrowsLeavesAll() {
        Medium medium = add(7, ALICE);
        assertThat(store().update(7, known -> known)).isEqualTo(medium);
        assertThatThrownBy(() -> store().update(7, known -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store().find(7)).isEqualTo(medium);
        assertThat(store().update(9, known -> known.removed(NOW))).isNull();
    }

    @Test
    void concurrentEditsFollowEachOther() throws Exception {
        add(7, ALICE);
        var _ = Together.call(8, i -> store().update(7, medium -> medium.used(MediaUse.tweet(100 + i), NOW)));
        Medium medium = Objects.requireNonNull(store().find(7));
        assertThat(medium.uses()).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void listsWhatIsDueLongestDueFirst() {
        add(7, ALICE);
        add(8, ALICE);
        add(9, ALICE);
        store().update(7, medium -> medium.due(NOW - 1));
        store().update(8, medium -> medium.due(NOW - 2));
        store().update(9, medium -> medium.due(Medium.NEVER));
        assertThat(store().due(NOW, 10)).containsExactly(8, 7);
        assertThat(store().due(NOW, 1)).containsExactly(8);
        store().update(8, medium -> medium.due(NOW + 1));
        assertThat(store().due(NOW, 10)).containsExactly(7);
        store().remove(7);
        assertThat(store().due(NOW, 10)).isEmpty();
    }

    @Test
    void listsTheMediaOfAUser() {
        add(7, ALICE);
        add(8, BOB);
        add(9, ALICE);
        add(10, ALICE);
        assertThat(store().ofUser(ALICE, 7, 10)).extracting(Medium::id).containsExactly(9L, 10L);
        assertThat(store().ofUser(ALICE, 0, 2)).extracting(Medium::id).containsExactly(7L, 9L);
        store().remove(9);
        assertThat(store().ofUser(ALICE, 7, 10)).extracting(Medium::id).containsExactly(10L);
    }

    @Test
    void removesAMedium() {
        add(7, ALICE);
        store().remove(7);
        store().remove(7);
        assertThat(store().find(7)).isNull();
    }

    @Test
    void scansAll() {
        for (long id = 1; id <= 25; id++) {
            add(id, ALICE);
        }
        List<Long> found = new ArrayList<>();
        String after = Scan.START;
        while (after != null) {
            Scan.Part<Medium> part = store().scan(after, 10);
            part.items().forEach(medium -> found.add(medium.id()));
            after = part.next();
        }
        assertThat(found).hasSize(25).doesNotHaveDuplicates();
    }
}
