package social.roost.tweet.cassandra;

import java.util.List;
import java.util.Map;
import social.roost.event.Event;
import social.roost.event.EventLog;
import social.roost.event.StreamConsumer;

/**
 * Updates the sets and counts of tweets from the users' sets, and publishes the changes.
 *
 * <p>An event only says where to look. Repeating it changes nothing, but writes and publishes the counts again, because
 * a crash may have prevented that.
 */
final class EngagementCounter implements StreamConsumer.OfTweets, StreamConsumer.OfEngagements {
    /** The likes of a popular tweet are many events with one key. */
    private static final int AT_ONCE = 512;

    private final SourceSets sources;
    private final TweetSets sets;
    private final EventLog log;

    EngagementCounter(SourceSets sources, TweetSets sets, EventLog log) {
        this.sources = sources;
        this.sets = sets;
        this.log = log;
    }

    @Override
    public int together() {
        return AT_ONCE;
    }

    @Override
    public void consume(Event.OfTweets event) {
        consumeTogether(List.of(event));
    }

    @Override
    public void consume(Event.OfEngagements event) {
        consumeTogether(List.of(event));
    }

    @Override
    public void consumeTogether(List<Event> events) {
        Map<SetKey, List<Member>> members = sources.of(events);
        if (members.isEmpty()) {
            return;
        }
        sets.follow(members);
        log.append(members.keySet().stream()
                .filter(key -> key.kind() != SetKind.BOOKMARKED)
                .map(SetKey::ownerId)
                .distinct()
                .<Event>map(Event.CountsChanged::new)
                .toList());
    }
}
