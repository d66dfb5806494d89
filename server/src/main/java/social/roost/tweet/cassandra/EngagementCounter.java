package social.roost.tweet.cassandra;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import social.roost.event.Event;
import social.roost.event.EventConsumer;
import social.roost.event.EventLog;

/**
 * Brings the sets and counts of tweets after the truth, and tells whose have changed.
 *
 * <p>An event only says where to look. A repeat changes nothing, but the counts are written and told again: a crash may have
 * come before that.
 */
final class EngagementCounter implements EventConsumer {
    /** The likes of a hot tweet are many events of one key. */
    private static final int AT_ONCE = 512;

    private final Truth truth;
    private final TweetSets sets;
    private final EventLog log;

    EngagementCounter(Truth truth, TweetSets sets, EventLog log) {
        this.truth = truth;
        this.sets = sets;
        this.log = log;
    }

    @Override
    public Set<Event.Stream> streams() {
        return EnumSet.of(Event.Stream.TWEETS, Event.Stream.ENGAGEMENTS);
    }

    @Override
    public int together() {
        return AT_ONCE;
    }

    @Override
    public void consume(Event event) {
        consumeTogether(List.of(event));
    }

    @Override
    public void consumeTogether(List<Event> events) {
        Map<SetKey, List<Member>> members = truth.of(events);
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
