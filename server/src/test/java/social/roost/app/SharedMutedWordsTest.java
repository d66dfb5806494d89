package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.event.Await;
import social.roost.mute.MutedWord;
import social.roost.mute.MutedWord.Scope;
import social.roost.mute.MutedWords;

@DisplayName("A word muted at one process is muted at all (N4, K1)")
@Tag("stack")
@Timeout(240)
class SharedMutedWordsTest {
    @Test
    void andShownAgainAtAll() throws Exception {
        var settings = OwnCluster.settings();
        try (Server first = OwnCluster.server(settings, "users");
                Server second = OwnCluster.server(settings, "timelines")) {
            long user = first.stores().infrastructure().ids().next();
            MutedWords here = first.features().mutes.words;
            MutedWords there = second.features().mutes.words;
            assertThat(there.inHome(user).test("a spoiler")).isFalse();

            MutedWord word = here.add(user, "spoiler", true, Scope.EVERYWHERE, null);
            assertThat(here.inHome(user).test("a spoiler")).isTrue();
            Await.until(() -> there.inHome(user).test("a spoiler"));
            assertThat(there.inLists(user).test("a spoiler")).isTrue();

            here.remove(user, word.id());
            Await.until(() -> !there.inHome(user).test("a spoiler"));
        }
    }
}
