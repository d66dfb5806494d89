package social.roost.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.graph.BlockStore.FOR_EVER;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.SettableClock;
import social.roost.event.sql.SqliteStage;
import social.roost.graph.sql.SqlBlockStore;
import social.roost.user.Suspensions;
import social.roost.user.UserStore;
import social.roost.user.sql.SqlUserStore;

@Timeout(30)
class BlocksTest {
    private static final long ALICE = 1;
    private static final long BOB = 2;
    private static final long CAROL = 3;
    private static final long NOBODY = 0;

    private final SettableClock clock = new SettableClock(1_000);
    private SqliteStage stage;
    private BlockStore store;
    private Blocks blocks;

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new SqliteStage(folder);
        store = new SqlBlockStore(stage.database(), stage.events());
        UserStore users = new SqlUserStore(stage.database(), stage.events());
        blocks = new Blocks(store, new Suspensions(users), clock, 1 << 20);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aBlockHidesEachFromTheOtherAndFromNobodyElse() {
        store.block(ALICE, BOB, 1);
        assertThat(blocks.hiddenFrom(ALICE).contains(BOB)).isTrue();
        assertThat(blocks.hiddenFrom(BOB).contains(ALICE)).isTrue();
        assertThat(blocks.hiddenFrom(ALICE).contains(CAROL)).isFalse();
        assertThat(blocks.hiddenFrom(CAROL).contains(ALICE)).isFalse();
        assertThat(blocks.hiddenFrom(CAROL).contains(BOB)).isFalse();
    }

    @Test
    void whoBlocksWhomIsKnownAndThatOneOfThemDoes() {
        store.block(ALICE, BOB, 1);
        assertThat(blocks.blocks(ALICE, BOB)).isTrue();
        assertThat(blocks.blocks(BOB, ALICE)).isFalse();
        assertThat(blocks.hiddenFrom(BOB).isBlockedBy(ALICE)).isTrue();
        assertThat(blocks.eitherBlocks(ALICE, BOB)).isTrue();
        assertThat(blocks.eitherBlocks(BOB, ALICE)).isTrue();
        assertThat(blocks.eitherBlocks(ALICE, CAROL)).isFalse();
    }

    @Test
    void aMuteHidesFromTheOneWhoMutesUntilItEnds() {
        store.mute(ALICE, BOB, 1, 1_500);
        store.mute(ALICE, CAROL, 1, FOR_EVER);
        Hidden hidden = blocks.hiddenFrom(ALICE);
        assertThat(hidden.contains(BOB)).isTrue();
        clock.set(1_499);
        assertThat(hidden.contains(BOB)).isTrue();
        clock.set(1_500);
        assertThat(hidden.contains(BOB)).isFalse();
        assertThat(hidden.mutes(BOB)).isFalse();
        assertThat(hidden.contains(CAROL)).isTrue();
        assertThat(blocks.hiddenFrom(CAROL).contains(ALICE)).isFalse();
        assertThat(blocks.eitherBlocks(ALICE, CAROL)).isFalse();
    }

    @Test
    void nobodyIsHiddenFromSomeoneWhoIsNotLoggedIn() {
        store.block(ALICE, BOB, 1);
        assertThat(blocks.hiddenFrom(NOBODY).contains(ALICE)).isFalse();
        assertThat(blocks.eitherBlocks(NOBODY, ALICE)).isFalse();
    }

    @Test
    void whatWasReadIsAnsweredFromMemoryUntilItIsForgotten() {
        assertThat(blocks.hiddenFrom(ALICE).contains(BOB)).isFalse();
        store.block(ALICE, BOB, 1);
        store.mute(ALICE, CAROL, 1, FOR_EVER);
        assertThat(blocks.hiddenFrom(ALICE).contains(BOB)).isFalse();
        assertThat(blocks.eitherBlocksNow(ALICE, BOB)).isTrue();
        blocks.forget(ALICE);
        assertThat(blocks.hiddenFrom(ALICE).contains(BOB)).isTrue();
        assertThat(blocks.hiddenFrom(ALICE).contains(CAROL)).isTrue();
    }
}
