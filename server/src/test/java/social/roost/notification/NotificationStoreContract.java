package social.roost.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.Together;
import social.roost.notification.NotificationStore.Added;
import social.roost.notification.NotificationStore.Place;

/** What every {@link NotificationStore} promises, a test for each promise. */
@DisplayName("A store of notifications (G1, G2)")
@Timeout(240)
public abstract class NotificationStoreContract {
    protected static final NotificationLimits LIMITS = new NotificationLimits(5, 4, Duration.ofHours(24), 3);

    private static final long ALICE = 10;
    private static final long BOB = 11;
    private static final long CAROL = 12;
    private static final long TWEET = 100;
    private static final long OTHER_TWEET = 101;
    private static final long NOON = 1_780_000_000_000L;
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final Set<NotificationType> ALL = EnumSet.allOf(NotificationType.class);

    /** The same store at each call, with {@link #LIMITS}. */
    protected abstract NotificationStore store();

    /** Another process with the same store. */
    protected abstract NotificationStore other();

    /** Crashes the process and restarts it. */
    protected abstract void crash() throws IOException;

    @Test
    void actorsOfOneDayGatherNewestFirst() {
        assertThat(add(like(BOB), NOON, 1)).isEqualTo(1);
        assertThat(add(like(CAROL), NOON + DAY - 1, 2)).isEqualTo(1);
        assertThat(list())
                .containsExactly(new Notification(
                        1, NotificationType.LIKE, TWEET, List.of(CAROL, BOB), NOON, NOON + DAY - 1, false));
    }

    @Test
    void aDayAfterTheFirstAnotherBegins() {
        store().add(like(BOB), NOON, 1);
        assertThat(add(like(CAROL), NOON + DAY, 2)).isEqualTo(2);
        assertThat(list()).extracting(Notification::actorIds).containsExactly(List.of(CAROL), List.of(BOB));
    }

    @Test
    void othersAreNotMixedIn() {
        store().add(like(BOB), NOON, 1);
        store().add(new Notice(ALICE, NotificationType.RETWEET, TWEET, BOB), NOON, 2);
        store().add(new Notice(ALICE, NotificationType.LIKE, OTHER_TWEET, BOB), NOON, 3);
        store().add(new Notice(CAROL, NotificationType.LIKE, TWEET, BOB), NOON, 4);
        assertThat(list()).extracting(Notification::id).containsExactly(3L, 2L, 1L);
        assertThat(store().list(CAROL, ALL, null, 10))
                .extracting(Notification::id)
                .containsExactly(4L);
    }

    @Test
    void aRepeatedAddChangesNothingHoweverLate() {
        store().add(like(BOB), NOON, 1);
        store().add(like(CAROL), NOON + DAY, 2);
        List<Notification> before = list();
        assertThat(add(like(BOB), NOON, 3)).isEqualTo(1);
        assertThat(add(like(BOB), NOON + 2 * DAY, 4)).isEqualTo(1);
        assertThat(add(like(CAROL), NOON, 5)).isEqualTo(2);
        assertThat(list()).isEqualTo(before);
    }

    @Test
    void anActorLeavesAndWhatIsEmptyDisappears() {
        store().add(like(BOB), NOON, 1);
        store().add(like(CAROL), NOON + 1, 2);
        assertThat(store().remove(like(CAROL), NOON)).isTrue();
        assertThat(store().remove(like(CAROL), NOON)).isFalse();
        assertThat(list()).extracting(Notification::actorIds).containsExactly(List.of(BOB));
        assertThat(store().remove(like(BOB), NOON)).isTrue();
        assertThat(store().remove(like(BOB), NOON)).isFalse();
        assertThat(list()).isEmpty();
        assertThat(store().add(like(CAROL), NOON + 2, 3)).isEqualTo(new Added(3, false));
        assertThat(list()).extracting(Notification::actorIds).containsExactly(List.of(CAROL));
    }

    @Test
    void allOfOneTargetCanBeRemoved() {
        store().add(like(BOB), NOON, 1);
        store().add(like(CAROL), NOON + DAY, 2);
        store().add(follow(BOB), NOON, 3);
        assertThat(store().removeAll(ALICE, NotificationType.LIKE, TWEET)).isTrue();
        assertThat(store().removeAll(ALICE, NotificationType.LIKE, TWEET)).isFalse();
        assertThat(list()).extracting(Notification::id).containsExactly(3L);
        assertThat(add(like(BOB), NOON, 4)).as("free again").isEqualTo(4);
    }

    @Test
    void theOneUpdatedLastComesFirstPageByPageAndByType() {
        store().add(like(BOB), NOON, 1);
        store().add(follow(BOB), NOON + 1, 2);
        store().add(mention(BOB), NOON + 1, 3);
        store().add(like(CAROL), NOON + 2, 4);
        assertThat(ids(ALL, null, 10)).containsExactly(1L, 3L, 2L);
        assertThat(ids(ALL, null, 2)).containsExactly(1L, 3L);
        assertThat(ids(ALL, new Place(NOON + 1, 3), 2)).containsExactly(2L);
        assertThat(ids(ALL, new Place(NOON + 1, 2), 2)).isEmpty();
        assertThat(ids(EnumSet.of(NotificationType.FOLLOW, NotificationType.MENTION), null, 1))
                .containsExactly(3L);
        assertThat(ids(EnumSet.noneOf(NotificationType.class), null, 1)).isEmpty();
    }

    @Test
    void whatIsReadIsUnreadAgainWithAnotherActor() {
        store().add(like(BOB), NOON, 1);
        store().add(follow(BOB), NOON + 1, 2);
        assertThat(store().markRead(ALICE, 1L)).isTrue();
        assertThat(list()).extracting(Notification::read).containsExactly(false, true);
        assertThat(store().markRead(ALICE, null)).isTrue();
        assertThat(list()).extracting(Notification::read).containsExactly(true, true);
        store().add(like(CAROL), NOON + 2, 3);
        assertThat(list()).extracting(Notification::read).containsExactly(false, true);
    }

    @Test
    void whatComesLateIsUnreadAndStandsAboveWhatIsRead() {
        store().add(follow(BOB), NOON, 1);
        store().add(like(BOB), NOON - 5, 2);
        store().markRead(ALICE, null);
        store().add(mention(BOB), NOON - 10, 3);
        store().add(like(CAROL), NOON - 4, 4);
        assertThat(list()).extracting(Notification::read).containsExactly(false, false, true);
        assertThat(ids(ALL, null, 10)).containsExactly(3L, 2L, 1L);
        assertThat(list().getFirst().createdAt()).isEqualTo(NOON - 10);
    }

    @Test
    void readingGoesForwardOnlyAndOnlyUpToWhatIsThere() {
        assertThat(store().markRead(ALICE, null)).as("nothing to read").isTrue();
        assertThat(store().markRead(ALICE, 1L)).isFalse();
        store().add(like(BOB), NOON, 1);
        store().add(follow(BOB), NOON + 1, 2);
        store().add(new Notice(CAROL, NotificationType.FOLLOW, CAROL, BOB), NOON, 3);
        assertThat(store().markRead(ALICE, 3L)).as("someone else's").isFalse();
        assertThat(list()).extracting(Notification::read).containsExactly(false, false);
        store().markRead(ALICE, 2L);
        assertThat(store().markRead(ALICE, 1L)).isTrue();
        assertThat(list()).extracting(Notification::read).containsExactly(true, true);
    }

    @Test
    void theOldestGoWhenThereAreMoreThanAreKept() {
        for (int i = 1; i <= 8; i++) {
            assertThat(add(mentionIn(i), NOON + i, i)).isEqualTo(i);
        }
        assertThat(ids(ALL, null, 10)).containsExactly(8L, 7L, 6L, 5L, 4L);
        assertThat(add(mentionIn(1), NOON + 1, 9)).as("older than all").isNull();
        assertThat(ids(ALL, null, 10)).containsExactly(8L, 7L, 6L, 5L, 4L);
        assertThat(store().remove(mentionIn(6), NOON)).isTrue();
        store().add(mentionIn(9), NOON + 9, 10);
        assertThat(ids(ALL, null, 10)).containsExactly(10L, 8L, 7L, 5L, 4L);
    }

    @Test
    void aFullOneTakesNoMoreActorsAndIsNotUpdated() {
        for (int i = 1; i <= 4; i++) {
            store().add(like(i), NOON + i, i);
        }
        assertThat(add(like(5), NOON + 5, 5)).isNull();
        assertThat(add(like(4), NOON + 6, 6)).isEqualTo(1);
        assertThat(list())
                .containsExactly(new Notification(
                        1, NotificationType.LIKE, TWEET, List.of(4L, 3L, 2L, 1L), NOON + 1, NOON + 4, false));
        store().remove(like(2), NOON);
        assertThat(add(like(5), NOON + 7, 7)).isEqualTo(1);
        assertThat(list().getFirst().actorIds()).containsExactly(5L, 4L, 3L, 1L);
    }

    @Test
    void allIsWantedAtFirstAndEachTypeIsSetOnItsOwn() {
        assertThat(store().unwanted(ALICE)).isEmpty();
        store().setWanted(ALICE, Map.of(NotificationType.LIKE, false, NotificationType.FOLLOW, false));
        store().setWanted(ALICE, Map.of(NotificationType.LIKE, true, NotificationType.QUOTE, false));
        store().setWanted(ALICE, Map.of());
        assertThat(store().unwanted(ALICE)).containsExactlyInAnyOrder(NotificationType.FOLLOW, NotificationType.QUOTE);
        assertThat(store().unwanted(BOB)).isEmpty();
        assertThat(list()).isEmpty();
        store().add(like(BOB), NOON, 1);
        assertThat(store().unwanted(ALICE)).hasSize(2);
    }

    @Test
    void whatWasWrittenOutlastsACrash() throws IOException {
        store().add(like(BOB), NOON, 1);
        store().add(follow(BOB), NOON + 1, 2);
        store().markRead(ALICE, 1L);
        store().setWanted(ALICE, Map.of(NotificationType.LIKE, false));
        List<Notification> before = list();
        crash();
        assertThat(list()).isEqualTo(before);
        assertThat(store().unwanted(ALICE)).containsExactly(NotificationType.LIKE);
    }

    @Test
    void racingWritesLoseNothingAndDoubleNothing() throws Exception {
        List<NotificationStore> processes = List.of(store(), other());
        Together.call(6, i -> {
            NotificationStore process = processes.get(i % 2);
            process.add(like(i % 3 + 1), NOON, 10 + i);
            process.add(mentionIn(i % 3 + 1), NOON, 20 + i);
            return process.remove(new Notice(ALICE, NotificationType.LIKE, OTHER_TWEET, i), NOON);
        });
        List<Notification> made = list();
        assertThat(made).hasSize(4);
        List<List<Long>> actors = new ArrayList<>();
        made.stream()
                .filter(each -> each.type() == NotificationType.LIKE)
                .forEach(each -> actors.add(each.actorIds().stream().sorted().toList()));
        assertThat(actors)
                .containsExactly(
                        IntStream.rangeClosed(1, 3).mapToObj(i -> (long) i).toList());
    }

    /** SECURITY 16. */
    @Test
    void whoComesBackWithinADayIsNoNews() {
        store().add(like(BOB), NOON, 1);
        store().add(follow(BOB), NOON + 1, 2);
        List<Notification> before = list();
        for (int i = 0; i < 3; i++) {
            store().remove(like(BOB), NOON + 2 + i);
            assertThat(list()).extracting(Notification::id).containsExactly(2L);
            assertThat(store().add(like(BOB), NOON + DAY, 10 + i)).isEqualTo(new Added(10 + i, false));
            assertThat(store().add(like(BOB), NOON + DAY, 20 + i))
                    .as("repeated")
                    .isEqualTo(new Added(10 + i, false));
            assertThat(list()).extracting(Notification::updatedAt).containsExactly(NOON + 1, NOON);
        }
        assertThat(list())
                .extracting(Notification::actorIds)
                .isEqualTo(before.stream().map(Notification::actorIds).toList());
        store().remove(like(BOB), NOON + 10);
        assertThat(store().add(like(BOB), NOON + 10 + DAY, 30)).isEqualTo(new Added(30, true));
        assertThat(list()).extracting(Notification::updatedAt).containsExactly(NOON + 10 + DAY, NOON + 1);
    }

    @Test
    void whoComesBackIsAsReadAsBefore() {
        store().add(like(BOB), NOON, 1);
        store().markRead(ALICE, null);
        store().remove(like(BOB), NOON + 1);
        store().add(like(BOB), NOON + 2, 2);
        assertThat(list()).extracting(Notification::read).containsExactly(true);
    }

    @Test
    void whoComesBackToOthersDoesNotMoveThem() {
        store().add(like(BOB), NOON, 1);
        store().add(like(CAROL), NOON + 1, 2);
        store().remove(like(BOB), NOON + 2);
        assertThat(store().add(like(BOB), NOON + 3, 3)).isEqualTo(new Added(1, false));
        assertThat(list()).extracting(Notification::updatedAt).containsExactly(NOON + 1);
        assertThat(list().getFirst().actorIds()).containsExactly(BOB, CAROL);
    }

    @Test
    void onlySoManyAreRemembered() {
        for (int i = 1; i <= 4; i++) {
            store().add(likeOf(i), NOON, i);
            store().remove(likeOf(i), NOON + i);
        }
        assertThat(store().add(likeOf(1), NOON + 9, 11)).isEqualTo(new Added(11, true));
        assertThat(store().add(likeOf(2), NOON + 9, 12)).isEqualTo(new Added(12, false));
    }

    private @Nullable Long add(Notice notice, long at, long newId) {
        Added added = store().add(notice, at, newId);
        assertThat(added == null || added.isNews()).as("is news").isTrue();
        return added == null ? null : (Long) added.id();
    }

    private List<Notification> list() {
        return store().list(ALICE, ALL, null, 10);
    }

    private List<Long> ids(Set<NotificationType> types, @Nullable Place before, int limit) {
        return store().list(ALICE, types, before, limit).stream()
                .map(Notification::id)
                .toList();
    }

    private static Notice like(long actor) {
        return new Notice(ALICE, NotificationType.LIKE, TWEET, actor);
    }

    private static Notice likeOf(long tweet) {
        return new Notice(ALICE, NotificationType.LIKE, 1_000 + tweet, BOB);
    }

    private static Notice follow(long actor) {
        return new Notice(ALICE, NotificationType.FOLLOW, ALICE, actor);
    }

    private static Notice mention(long actor) {
        return new Notice(ALICE, NotificationType.MENTION, OTHER_TWEET, actor);
    }

    private static Notice mentionIn(long tweet) {
        return new Notice(ALICE, NotificationType.MENTION, 1_000 + tweet, BOB);
    }
}
