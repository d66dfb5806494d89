package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.app.Model.Tweet;
import social.roost.app.ModelClient.Account;

/** Tweets, replies, quotes and retweets, likes and bookmarks. */
final class TweetActions {
    private final HistoryWorld world;
    private final ReadActions reads;
    private long greatestId;

    TweetActions(HistoryWorld world, ReadActions reads) {
        this.world = world;
        this.reads = reads;
    }

    void post(Account author) {
        world.did(author + " posts " + publish(author));
        assertThat(world.client().home(author, world.anyLimit(), null).ids())
                .as("D5: %s sees the own tweet at once", author)
                .startsWith(greatestId);
    }

    void burst(Account author) {
        int count = 5 + world.random.nextInt(20);
        world.did(author + " posts " + count + " times");
        for (int i = 0; i < count; i++) {
            publish(author);
        }
        reads.read(author);
    }

    void thread(Account author) {
        List<Long> ids = world.client().thread(author, 2 + world.random.nextInt(4));
        world.did(author + " posts the thread " + ids);
        Tweet previous = null;
        for (long id : ids) {
            assertThat(id).as("C2: ids rise").isGreaterThan(greatestId);
            previous = posted(author, id, previous, null, null);
        }
        assertThat(world.client().home(author, 100, null).ids())
                .as("D5: %s sees the own thread at once", author)
                .startsWith(ids.reversed().toArray(Long[]::new));
    }

    void reply(Account author) {
        Tweet answered = world.anyTweet();
        if (answered == null) {
            return;
        }
        boolean blocked = world.model.eitherBlocks(author, answered.author());
        long id = world.client().reply(author, answered.id(), blocked);
        world.did(author + " answers " + answered.id() + " with " + id);
        if (!blocked) {
            posted(author, id, answered, null, null);
        }
    }

    void quote(Account author) {
        Tweet quoted = world.anyTweet();
        if (quoted == null) {
            return;
        }
        boolean blocked = world.model.eitherBlocks(author, quoted.author());
        long id = world.client().quote(author, quoted.id(), blocked);
        world.did(author + " quotes " + quoted.id() + " with " + id);
        if (!blocked) {
            posted(author, id, null, null, quoted);
        }
    }

    void retweet(Account author) {
        Tweet original = world.anyTweet();
        if (original == null) {
            return;
        }
        Tweet retweet = world.model.retweet(author, original);
        if (retweet != null && world.random.nextBoolean()) {
            world.did(author + " takes back the retweet " + retweet.id() + " of " + original.id());
            world.client().engage(author, original.id(), "retweet", false, 200);
            world.model.delete(retweet.id());
            reads.excuse(world.people, List.of(retweet.id()));
            reads.excuse(world.people, world.model.retweets());
            return;
        }
        boolean blocked = world.model.eitherBlocks(author, original.author());
        world.did(author + " retweets " + original.id());
        world.client().engage(author, original.id(), "retweet", true, blocked ? 403 : 200);
        if (!blocked && retweet == null) {
            long id = world.client().tweets(author, 1, null).ids().getFirst();
            posted(author, id, null, original, null);
        }
    }

    void mark(Account user) {
        Tweet tweet = world.anyTweet();
        if (tweet == null) {
            return;
        }
        boolean on = world.random.nextInt(3) > 0;
        boolean blocked = on && world.model.eitherBlocks(user, tweet.author());
        if (world.random.nextInt(3) > 0) {
            world.did(user + (on ? " likes " : " does not like ") + tweet.id());
            var counts = world.client().engage(user, tweet.id(), "like", on, blocked ? 403 : 200);
            if (!blocked) {
                world.model.like(user, tweet.id(), on);
                assertThat(counts.getFirst())
                        .as("C3: likes at once")
                        .isEqualTo(world.model.counts(tweet).getFirst());
                assertThat(world.client()
                                .tweet(world.model.blocks(tweet.author(), user) ? null : user, tweet.id())
                                .at("/viewer/liked")
                                .size())
                        .as("C3: %s sees the own like", user)
                        .isEqualTo(on && !world.model.blocks(tweet.author(), user) ? 1 : 0);
            }
        } else {
            world.did(user + (on ? " bookmarks " : " drops the bookmark of ") + tweet.id());
            world.client().engage(user, tweet.id(), "bookmark", on, blocked ? 403 : 200);
            if (!blocked) {
                world.model.bookmark(user, tweet.id(), on);
            }
        }
    }

    void delete() {
        Account author = world.anyone();
        List<Long> own = world.model.by(author);
        if (own.isEmpty()) {
            return;
        }
        long id = own.get(world.random.nextInt(world.random.nextBoolean() ? 1 : own.size()));
        world.did(author + " deletes " + id);
        world.client().delete(author, id);
        world.model.delete(id);
        reads.excuse(world.people, List.of(id));
        reads.excuse(world.people, world.model.retweets());
        world.client().expectTweet(id, false);
        reads.read(author);
        reads.read(world.anyone());
    }

    private long publish(Account author) {
        long id = world.client().post(author, "tweet " + world.logged() + " of " + author);
        assertThat(id).as("C2: ids rise").isGreaterThan(greatestId);
        posted(author, id, null, null, null);
        return id;
    }

    @CanIgnoreReturnValue
    private Tweet posted(
            Account author, long id, @Nullable Tweet replyTo, @Nullable Tweet retweetOf, @Nullable Tweet quoteOf) {
        greatestId = Math.max(greatestId, id);
        Tweet tweet = world.model.post(author, id, replyTo, retweetOf, quoteOf);
        if (retweetOf == null) {
            reads.posted(tweet);
        }
        return tweet;
    }
}
