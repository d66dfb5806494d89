package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import social.roost.app.Model.Tweet;
import social.roost.app.ModelClient.Account;

/** Home timelines that are read at once, page by page while others continue, and polled for new tweets. */
final class ReadActions {
    private final HistoryWorld world;
    private final boolean settlesAtOnce;
    private final List<WalkDown> walks = new ArrayList<>();
    private final List<PollUp> polls = new ArrayList<>();

    /** @param settlesAtOnce the server considers its deliveries complete immediately, so polls must wait for that */
    ReadActions(HistoryWorld world, boolean settlesAtOnce) {
        this.world = world;
        this.settlesAtOnce = settlesAtOnce;
    }

    /** Certain tweets must be there now; those being delivered may be. */
    void read(Account reader) {
        List<Long> shown = ModelClient.all(cursor -> world.client().home(reader, world.anyLimit(), cursor));
        assertThat(shown).as("home of %s", reader).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(shown).as("home of %s", reader).doesNotHaveDuplicates();
        assertThat(world.model.possibleHome(reader))
                .as("may be in the home of %s", reader)
                .containsAll(shown);
        assertThat(shown).as("C6, D4, D5: home of %s", reader).containsAll(world.model.certainHome(reader));
        assertThat(world.model.found(reader, _ -> true))
                .as("may be found by %s", reader)
                .containsAll(world.client().search(reader, "since:2000-01-01", world.anyLimit()));
    }

    void walk() {
        if (walks.isEmpty() || world.random.nextInt(4) == 0) {
            Account reader = world.anyone();
            world.quiesce();
            world.did(reader + " begins to page down");
            walks.add(new WalkDown(reader, world.model.home(reader)));
        }
        WalkDown walk = walks.get(world.random.nextInt(walks.size()));
        world.did(walk.reader() + " pages down");
        walk.read(world.client(), world.anyLimit());
        walks.removeIf(WalkDown::ended);
    }

    void poll() {
        if (polls.isEmpty() || world.random.nextInt(4) == 0) {
            Account reader = world.anyone();
            world.quiesce();
            world.did(reader + " begins to poll");
            polls.add(new PollUp(world.client(), reader, world.anyLimit()));
        }
        poll(polls.get(world.random.nextInt(polls.size())));
    }

    /** Polling users poll whenever the clock moves. */
    void pollAll() {
        polls.forEach(this::poll);
    }

    private void poll(PollUp poll) {
        if (settlesAtOnce) {
            world.quiesce();
        }
        world.did(poll.reader() + " polls");
        poll.poll(world.client(), world.anyLimit());
    }

    /** Polling users must be shown this if it is certain to be in their timelines. */
    void posted(Tweet tweet) {
        for (PollUp poll : polls) {
            if (world.model.isCandidate(poll.reader(), tweet)) {
                poll.posted(tweet.id());
            }
        }
    }

    /** These may be missing from their timelines from now on. */
    void excuse(Collection<Account> readers, List<Long> tweets) {
        walks.stream().filter(walk -> readers.contains(walk.reader())).forEach(walk -> walk.excuse(tweets));
        polls.stream().filter(poll -> readers.contains(poll.reader())).forEach(poll -> poll.excuse(tweets));
    }

    /** Everything in their timelines may change from now on. */
    void excuseAll(List<Account> readers) {
        for (Account reader : readers) {
            List<Long> shown = world.model.possibleHome(reader);
            walks.stream().filter(walk -> walk.reader().equals(reader)).forEach(walk -> walk.excuseAllBut(shown));
            polls.stream().filter(poll -> poll.reader().equals(reader)).forEach(poll -> poll.excuseAllBut(shown));
        }
        excuse(readers, world.model.retweets());
    }

    /** Called when no deliveries are in progress. */
    void finish() {
        for (WalkDown walk : walks) {
            while (!walk.ended()) {
                walk.read(world.client(), world.anyLimit());
            }
        }
        polls.forEach(poll -> poll.pollToTheEnd(world.client(), world.anyLimit()));
    }
}
