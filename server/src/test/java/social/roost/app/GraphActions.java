package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import social.roost.app.ModelClient.Account;

/** Follows, blocks and mutes. */
final class GraphActions {
    private final HistoryWorld world;
    private final ReadActions reads;

    GraphActions(HistoryWorld world, ReadActions reads) {
        this.world = world;
        this.reads = reads;
    }

    void follow(Account reader, Account author) {
        if (reader.equals(author)) {
            return;
        }
        world.did(reader + " follows " + author);
        boolean blocked = world.model.eitherBlocks(reader, author);
        assertThat(world.client().follow(reader, author, blocked)).isEqualTo(!blocked);
        if (!blocked) {
            world.model.follow(reader, author, world.clock.millis());
            reads.excuse(List.of(reader), world.model.retweets());
        }
        reads.read(reader);
    }

    void unfollow(Account reader, Account author) {
        if (reader.equals(author)) {
            return;
        }
        world.did(reader + " unfollows " + author);
        assertThat(world.client().unfollow(reader, author)).isFalse();
        world.model.unfollow(reader, author);
        reads.excuseAll(List.of(reader));
        reads.read(reader);
    }

    void screen(Account user, Account other) {
        if (user.equals(other)) {
            return;
        }
        boolean block = world.random.nextInt(2) == 0;
        boolean on = world.random.nextInt(3) == 0;
        world.did(user + (on ? "" : " no longer") + (block ? " blocks " : " mutes ") + other);
        world.client().screen(user, other, block ? "block" : "mute", on);
        if (block && on) {
            world.model.block(user, other);
        } else if (block) {
            world.model.unblock(user, other);
        } else if (on) {
            world.model.mute(user, other);
        } else {
            world.model.unmute(user, other);
        }
        reads.excuseAll(List.of(user, other));
        reads.read(user);
        reads.read(other);
    }
}
