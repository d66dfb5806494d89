package social.roost.app;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import social.roost.base.Snowflake;
import social.roost.demo.DemoWorld;
import social.roost.demo.DemoWorld.Line;
import social.roost.tweet.Engagements;
import social.roost.tweet.Labels;
import social.roost.tweet.Mark;
import social.roost.tweet.PostTweet;
import social.roost.tweet.Retweets;
import social.roost.tweet.Visibility;

/** Posts the tweets of the demo world, spread evenly over the last day, in any order. Not thread-safe. */
final class DemoTweets {
    private final DemoPeople people;
    private final TweetFeature tweets;
    private final Engagements engagements;
    private final Retweets retweets;
    private final Map<Integer, Long> posted = new HashMap<>();
    private final Instant end = Instant.now();

    DemoTweets(Server server, DemoPeople people) {
        this.people = people;
        tweets = server.features().tweets;
        engagements = tweets.engagements();
        retweets = tweets.retweets(server.stores().infrastructure().ids());
    }

    /** Posts a line, with the likes and retweets that it gets. */
    void post(int index, List<Long> media) {
        Line line = DemoWorld.LINES.get(index);
        Long answered = line.answers() < 0 ? null : posted.get(line.answers());
        PostTweet.Draft draft = new PostTweet.Draft(
                line.content(), answered, null, Visibility.PUBLIC, media, labels(line, !media.isEmpty()), null);
        // Ids never go back, so each needs a generator of its own.
        PostTweet post = tweets.post(new Snowflake(0, () -> time(index)));
        long id = post.post(people.id(line.username()), draft, Optional.empty())
                .tweet()
                .tweet()
                .id();
        posted.put(index, id);
        each(DemoWorld.LIKES, index, user -> engagements.add(Mark.LIKE, user, id));
        each(DemoWorld.RETWEETS, index, user -> retweets.retweet(user, id));
    }

    private Instant time(int index) {
        int count = DemoWorld.LINES.size();
        return end.minus(Duration.ofHours(24).multipliedBy(count - index).dividedBy(count));
    }

    private static Labels labels(Line line, boolean hasMedia) {
        return line.warning().isEmpty() ? Labels.NONE : Labels.of(hasMedia, line.warning(), null);
    }

    private void each(Map<String, List<Integer>> deeds, int index, LongConsumer deed) {
        deeds.forEach((username, lines) -> {
            if (lines.contains(index)) {
                deed.accept(people.id(username));
            }
        });
    }
}
