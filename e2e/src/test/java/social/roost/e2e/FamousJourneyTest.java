package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.e2e.Journey.awaitHome;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journeys in one process where two followers make an author famous: some tweets are pulled. */
final class FamousJourneyTest implements Journeys {
    @TempDir
    private static Path folder;

    private static final int OPERATOR_PORT = FreePort.take();

    private static RoostProcess roost;

    @BeforeAll
    static void start() {
        roost = RoostProcess.start(
                folder.resolve("data"), "--fame.gained-at=2", "--fame.lost-at=1", "--admin.port=" + OPERATOR_PORT);
    }

    @AfterAll
    static void stop() {
        roost.close();
    }

    @Override
    public String address() {
        return roost.address();
    }

    @Override
    public Client operator() {
        return Client.at("http://127.0.0.1:" + OPERATOR_PORT);
    }

    @Test
    void readersLoseAndRepeatNothingWhileAnAuthorBecomesFamousAndIsNoLongerB3() {
        Client alice = join("alice");
        Client bob = join("bob");
        Client carol = join("carol");
        bob.follow(alice);
        String ordinary = alice.tweet("to one follower");
        awaitHome(bob, List.of(ordinary));

        carol.follow(alice);
        String famous = alice.tweet("to two followers");
        awaitHome(bob, List.of(famous, ordinary));
        awaitHome(carol, List.of(famous, ordinary));

        carol.unfollow(alice.id());
        String again = alice.tweet("to one again");
        awaitHome(bob, List.of(again, famous, ordinary));
        assertThat(bob.home(10).ids()).containsExactly(again, famous, ordinary);
        assertThat(carol.home(10).ids()).isEmpty();
    }
}
