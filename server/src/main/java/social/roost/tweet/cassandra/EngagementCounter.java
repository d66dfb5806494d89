package social.roost.tweet.cassandra;

import java.util.List;
import java.util.Map;
import social.roost.event.Event;
import social.roost.event.EventLog;
import social.roost.event.StreamConsumer;

/**
 * Brings the sets and counts of tweets after the sources, and tells whose have changed.
 *
 * <p>An event only says where to look. A repeat changes nothing, but the counts are written and told again: a crash may have
 * come before that.
 */
final class EngagementCounter implements StreamConsumer.OfTweets, StreamConsumer.OfEngagements {
    /** The likes of a hot tweet are many events of one key. */
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
