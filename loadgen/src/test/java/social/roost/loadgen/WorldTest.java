package social.roost.loadgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Worlds of measurements (L3)")
class WorldTest {

    @Test
    void allReadersFollowTheFamousAndEqualNumbersOfOthers() {
        World world = World.of(1_000, 105, 25, 5);
        assertThat(world.readers()).isEqualTo(1_000);
        assertThat(world.graph().follows()).isEqualTo(25_000);
        for (int author = 0; author < world.authors(); author++) {
            int followers = world.graph().followersOf(author);
            assertThat(followers).isEqualTo(author < 5 ? 1_000 : 200);
            assertThat(followers >= world.famousAt()).isEqualTo(author < 5);
        }
        assertThat(Arrays.stream(world.graph().followeeCounts()).skip(world.firstReader()))
                .containsOnly(25);
    }

    @Test
    void withoutFamousAuthorsNobodyIsFamous() {
        World world = World.of(100, 20, 10, 0);
        for (int author = 0; author < world.authors(); author++) {
            assertThat(world.graph().followersOf(author)).isEqualTo(50).isLessThan(world.famousAt());
        }
    }

    @Test
    void nobodyFollowsAnAuthorTwiceHoweverManyThereAre() {
        for (int authors : new int[] {13, 14, 26, 130, 169, 400}) {
            World world = World.of(authors, authors, 13, 0);
            Set<Long> follows = new HashSet<>();
            for (int author = 0; author < authors; author++) {
                long followee = author;
                world.graph().forEachFollower(author, follower -> follows.add((followee << 32) + follower));
            }
            assertThat(follows).hasSize(13 * authors);
        }
    }

    @Test
    void moreFolloweesThanAuthorsAreRefused() {
        assertThatThrownBy(() -> World.of(100, 10, 20, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20 authors");
    }

    @Test
    void groupsDifferInHowManyFamousTheyFollow() {
        World world = World.grouped(50, 400, 40, 20, 5, 0);
        int[] followersOfFamous = new int[20];
        for (int author = 0; author < 20; author++) {
            followersOfFamous[author] = world.graph().followersOf(author);
        }
        assertThat(Arrays.stream(followersOfFamous).limit(5)).containsOnly(100);
        assertThat(Arrays.stream(followersOfFamous).skip(5)).containsOnly(50);
        assertThat(world.famousAt()).isEqualTo(50);
        for (int author = 20; author < world.authors(); author++) {
            assertThat(world.graph().followersOf(author)).isLessThan(50);
        }
    }
}
