package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import social.roost.app.Model.Tweet;
import social.roost.app.ModelClient.Account;
import social.roost.app.ModelClient.TweetsPage;

/** One random history: each step is done to the server and to the model, and then the server must show what the model does. */
final class History {
    private static final int LOGGED = 40;

    private final long seed;
    private final Random random;
    private final ModelServer server;
    private final SteppedClock clock;
    private final List<Account> people;
    private final boolean settlesAtOnce;
    private final Model model = new Model();
    private final Deque<String> log = new ArrayDeque<>();
    private final List<WalkDown> walks = new ArrayList<>();
    private final List<PollUp> polls = new ArrayList<>();
    private long greatestId;

    /**
     * Begins with people who have not done anything.
     *
     * @param settlesAtOnce the server takes what it delivers for delivered at once, so polls have to wait for that
     */
    History(long seed, ModelServer server, SteppedClock clock, List<Account> people, boolean settlesAtOnce) {
        this.settlesAtOnce = settlesAtOnce;
        this.seed = seed;
        random = new Random(seed);
        this.server = server;
        this.clock = clock;
        this.people = people;
    }

    void run(int steps) {
        try {
            for (int i = 0; i < steps; i++) {
                step();
                clock.step(Duration.ofMillis(random.nextInt(3)));
            }
            finish();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("Seed " + seed + ", after " + String.join("\n  ", log) + "\n" + e.getMessage(), e);
        }
    }

    private void step() {
        int dice = random.nextInt(100);
        if (dice < 16) {
            post(anyone());
        } else if (dice < 19) {
            burst(anyone());
        } else if (dice < 28) {
            reply(anyone());
        } else if (dice < 38) {
            retweet(anyone());
        } else if (dice < 43) {
            mark(anyone());
        } else if (dice < 49) {
            delete();
        } else if (dice < 62) {
            follow(anyone(), anyone());
        } else if (dice < 68) {
            unfollow(anyone(), anyone());
        } else if (dice < 73) {
            screen(anyone(), anyone());
        } else if (dice < 79) {
            read(anyone());
        } else if (dice < 84) {
            walk();
        } else if (dice < 92) {
            poll();
        } else if (dice < 95) {
            compareAll();
        } else {
            disturb();
        }
    }

    private void reply(Account author) {
        Tweet answered = anyTweet();
        if (answered == null) {
            return;
        }
        boolean blocked = model.eitherBlocks(author, answered.author());
        long id = client().reply(author, answered.id(), blocked);
        did(author + " answers " + answered.id() + " with " + id);
        if (!blocked) {
            posted(author, id, answered, null);
        }
    }

    private void retweet(Account author) {
        Tweet original = anyTweet();
        if (original == null) {
            return;
        }
        Tweet retweet = model.retweet(author, original);
        if (retweet != null && random.nextBoolean()) {
            did(author + " takes back the retweet " + retweet.id() + " of " + original.id());
            client().engage(author, original.id(), "retweet", false, 200);
            model.delete(retweet.id());
            excuse(people, List.of(retweet.id()));
            excuse(people, model.retweets());
            return;
        }
        boolean blocked = model.eitherBlocks(author, original.author());
        did(author + " retweets " + original.id());
        client().engage(author, original.id(), "retweet", true, blocked ? 403 : 200);
        if (!blocked && retweet == null) {
            long id = client().tweets(author, 1, null).ids().getFirst();
            posted(author, id, null, original);
        }
    }

    private void mark(Account user) {
        Tweet tweet = anyTweet();
        if (tweet == null) {
            return;
        }
        boolean on = random.nextInt(3) > 0;
        boolean blocked = on && model.eitherBlocks(user, tweet.author());
        if (random.nextInt(3) > 0) {
            did(user + (on ? " likes " : " does not like ") + tweet.id());
            var counts = client().engage(user, tweet.id(), "like", on, blocked ? 403 : 200);
            if (!blocked) {
                model.like(user, tweet.id(), on);
                assertThat(counts.getFirst())
                        .as("C3: likes at once")
                        .isEqualTo(model.counts(tweet).getFirst());
                assertThat(client().tweet(model.blocks(tweet.author(), user) ? null : user, tweet.id())
                                .at("/viewer/liked")
                                .size())
                        .as("C3: %s sees the own like", user)
                        .isEqualTo(on && !model.blocks(tweet.author(), user) ? 1 : 0);
            }
        } else {
            did(user + (on ? " bookmarks " : " drops the bookmark of ") + tweet.id());
            client().engage(user, tweet.id(), "bookmark", on, blocked ? 403 : 200);
            if (!blocked) {
                model.bookmark(user, tweet.id(), on);
            }
        }
    }

    private void screen(Account user, Account other) {
        if (user.equals(other)) {
            return;
        }
        boolean block = random.nextInt(2) == 0;
        boolean on = random.nextInt(3) == 0;
        did(user + (on ? "" : " no longer") + (block ? " blocks " : " mutes ") + other);
        client().screen(user, other, block ? "block" : "mute", on);
        if (block && on) {
            model.block(user, other);
        } else if (block) {
            model.unblock(user, other);
        } else if (on) {
            model.mute(user, other);
        } else {
            model.unmute(user, other);
        }
        excuseAll(List.of(user, other));
        read(user);
        read(other);
    }

    private @Nullable Tweet anyTweet() {
        List<Tweet> tweets = model.originals();
        return tweets.isEmpty() ? null : tweets.get(Math.max(0, tweets.size() - 1 - random.nextInt(30)));
    }

    private void disturb() {
        switch (random.nextInt(9)) {
            case 0 -> {
                did("restart");
                server.restart(Map.of());
            }
            case 1 -> {
                did("crash");
                server.crash();
            }
            case 2, 3 -> stepClock(Duration.ofDays(4));
            case 4, 5 -> stepClock(Duration.ofSeconds(random.nextInt(30)));
            case 6 -> {
                Duration there = Duration.ofSeconds(random.nextInt(100_000));
                stepClock(there);
                stepClock(there.negated());
            }
            default -> stepClock(Duration.ofSeconds(-random.nextInt(100_000)));
        }
    }

    private void stepClock(Duration step) {
        did("clock " + step);
        clock.step(step);
        polls.forEach(this::poll);
    }

    private void post(Account author) {
        did(author + " posts " + publish(author));
        assertThat(client().home(author, anyLimit(), null).ids())
                .as("D5: %s sees the own tweet at once", author)
                .startsWith(greatestId);
    }

    private void burst(Account author) {
        int count = 5 + random.nextInt(20);
        did(author + " posts " + count + " times");
        for (int i = 0; i < count; i++) {
            publish(author);
        }
        read(author);
    }

    private long publish(Account author) {
        long id = client().post(author, "tweet " + log.size() + " of " + author);
        assertThat(id).as("C2: ids rise").isGreaterThan(greatestId);
        posted(author, id, null, null);
        return id;
    }

    private void posted(Account author, long id, @Nullable Tweet replyTo, @Nullable Tweet retweetOf) {
        greatestId = Math.max(greatestId, id);
        Tweet tweet = model.post(author, id, replyTo, retweetOf);
        for (PollUp poll : polls) {
            if (retweetOf == null && model.isCandidate(poll.reader(), tweet)) {
                poll.posted(id);
            }
        }
    }

    private void delete() {
        Account author = anyone();
        List<Long> own = model.by(author);
        if (own.isEmpty()) {
            return;
        }
        long id = own.get(random.nextInt(random.nextBoolean() ? 1 : own.size()));
        did(author + " deletes " + id);
        client().delete(author, id);
        model.delete(id);
        excuse(people, List.of(id));
        excuse(people, model.retweets());
        client().expectTweet(id, false);
        read(author);
        read(anyone());
    }

    private void follow(Account reader, Account author) {
        if (reader.equals(author)) {
            return;
        }
        did(reader + " follows " + author);
        boolean blocked = model.eitherBlocks(reader, author);
        assertThat(client().follow(reader, author, blocked)).isEqualTo(!blocked);
        if (!blocked) {
            model.follow(reader, author, clock.millis());
            excuse(List.of(reader), model.retweets());
        }
        read(reader);
    }

    private void unfollow(Account reader, Account author) {
        if (reader.equals(author)) {
            return;
        }
        did(reader + " unfollows " + author);
        assertThat(client().unfollow(reader, author)).isFalse();
        model.unfollow(reader, author);
        excuseAll(List.of(reader));
        read(reader);
    }

    /** Of their timelines everything may be another one from now on. */
    private void excuseAll(List<Account> readers) {
        for (Account reader : readers) {
            List<Long> shown = model.possibleHome(reader);
            walks.stream().filter(walk -> walk.reader().equals(reader)).forEach(walk -> walk.excuseAllBut(shown));
            polls.stream().filter(poll -> poll.reader().equals(reader)).forEach(poll -> poll.excuseAllBut(shown));
        }
        excuse(readers, model.retweets());
    }

    /** What is certain must be there now; what is on its way may be. */
    private void read(Account reader) {
        List<Long> shown = all(cursor -> client().home(reader, anyLimit(), cursor));
        assertThat(shown).as("home of %s", reader).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(shown).as("home of %s", reader).doesNotHaveDuplicates();
        assertThat(model.possibleHome(reader))
                .as("may be in the home of %s", reader)
                .containsAll(shown);
        assertThat(shown).as("C6, D4, D5: home of %s", reader).containsAll(model.certainHome(reader));
    }

    private void walk() {
        if (walks.isEmpty() || random.nextInt(4) == 0) {
            Account reader = anyone();
            quiesce();
            did(reader + " begins to page down");
            walks.add(new WalkDown(reader, model.home(reader)));
        }
        WalkDown walk = walks.get(random.nextInt(walks.size()));
        did(walk.reader() + " pages down");
        walk.read(client(), anyLimit());
        walks.removeIf(WalkDown::ended);
    }

    private void poll() {
        if (polls.isEmpty() || random.nextInt(4) == 0) {
            Account reader = anyone();
            quiesce();
            did(reader + " begins to poll");
            polls.add(new PollUp(client(), reader, anyLimit()));
        }
        poll(polls.get(random.nextInt(polls.size())));
    }

    private void poll(PollUp poll) {
        if (settlesAtOnce) {
            quiesce();
        }
        did(poll.reader() + " polls");
        poll.poll(client(), anyLimit());
    }

    private void excuse(Collection<Account> readers, List<Long> tweets) {
        walks.stream().filter(walk -> readers.contains(walk.reader())).forEach(walk -> walk.excuse(tweets));
        polls.stream().filter(poll -> readers.contains(poll.reader())).forEach(poll -> poll.excuse(tweets));
    }

    private void finish() {
        quiesce();
        for (WalkDown walk : walks) {
            while (!walk.ended()) {
                walk.read(client(), anyLimit());
            }
        }
        polls.forEach(poll -> poll.pollToTheEnd(client(), anyLimit()));
        compareAll();
    }

    private void compareAll() {
        did("compare");
        quiesce();
        ModelComparison comparison = new ModelComparison(client(), model, people);
        people.forEach(person -> comparison.compare(person, anyLimit()));
        comparison.compareTweets(anyLimit());
    }

    private void quiesce() {
        server.quiesce();
        model.quiesced();
    }

    private ModelClient client() {
        return server.client();
    }

    private Account anyone() {
        return people.get(random.nextInt(people.size()));
    }

    private int anyLimit() {
        return 1 + random.nextInt(random.nextInt(4) == 0 ? 100 : 12);
    }

    private void did(String step) {
        log.add(step);
        if (log.size() > LOGGED) {
            log.remove();
        }
    }

    /** The ids of all pages together. */
    static List<Long> all(Pages pages) {
        List<Long> all = new ArrayList<>();
        String cursor = null;
        do {
            TweetsPage page = pages.read(cursor);
            all.addAll(page.ids());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    @FunctionalInterface
    interface Pages {
        TweetsPage read(@Nullable String cursor);
    }
}
