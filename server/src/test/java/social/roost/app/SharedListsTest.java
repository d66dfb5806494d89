package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.PageRequest;
import social.roost.base.Rejection;
import social.roost.event.Await;
import social.roost.list.ListEditing;
import social.roost.list.ListEditing.Settings;
import social.roost.tweet.PostTweet.Draft;
import social.roost.tweet.Visibility;
import social.roost.user.NewAccount;
import social.roost.user.User;
import social.roost.view.PageItem;

@DisplayName("A list changed at one process is changed at all (N1, K1)")
@Tag("stack")
@Timeout(240)
class SharedListsTest {
    private static final PageRequest TOP = new PageRequest(Optional.empty(), 50);

    @Test
    void membersExclusionsAndTweetsReachTheOtherProcess() throws Exception {
        Map<String, String> settings = OwnCluster.settings();
        try (Server first = OwnCluster.server(settings, "users");
                Server second = OwnCluster.server(settings, "timelines")) {
            long alice = user(first);
            long bob = user(first);
            long carol = user(first);
            ListEditing editing = first.features().lists.editing;
            long list = editing.create(alice, new Settings("Birders", false, true, null, null))
                    .id();
            long old = post(second, bob);
            assertThat(second.features().lists.lists.excluded(alice)).isEmpty();
            assertThat(tweets(second, alice, list)).isEmpty();

            var _ = editing.add(alice, list, bob);
            assertThat(first.features().lists.lists.excluded(alice)).containsExactly(bob);
            Await.until(() -> second.features().lists.lists.excluded(alice).length == 1);
            Await.until(() -> tweets(second, alice, list).equals(List.of(old)));

            var _ = editing.add(alice, list, carol);
            Await.until(() -> second.features().lists.lists.members(list).length == 2);
            assertThat(tweets(first, alice, list)).containsExactly(old);
            long next = post(second, carol);
            assertThat(tweets(second, alice, list)).containsExactly(next, old);
            Await.until(() -> tweets(first, alice, list).equals(List.of(next, old)));

            var _ = editing.edit(alice, list, new Settings(null, true, false, null, null));
            Await.until(() -> second.features().lists.lists.excluded(alice).length == 0);
            Await.until(() -> isRefused(second, bob, list));
            editing.delete(alice, list);
            Await.until(() -> second.features().lists.lists.members(list).length == 0);
        }
    }

    private static boolean isRefused(Server server, long viewer, long list) {
        try {
            var _ = tweets(server, viewer, list);
            return false;
        } catch (Rejection e) {
            return true;
        }
    }

    private static long user(Server server) {
        long id = server.stores().infrastructure().ids().next();
        String name = "l" + id;
        var _ = server.stores()
                .users()
                .accounts()
                .create(new NewAccount(User.named(id, name, name), name + "@example.org", null));
        return id;
    }

    private static long post(Server server, long author) {
        return server.features()
                .tweets
                .post(server.stores().infrastructure().ids())
                .post(author, new Draft("hello", null, null, Visibility.PUBLIC), Optional.empty())
                .tweet()
                .id();
    }

    private static List<Long> tweets(Server server, long viewer, long list) {
        return server
                .features()
                .timelines
                .listTimeline
                .read(server.features().tweets.viewers.of(viewer), list, TOP)
                .items()
                .stream()
                .map(PageItem::id)
                .toList();
    }
}
