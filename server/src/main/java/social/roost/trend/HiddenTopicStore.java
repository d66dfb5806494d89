package social.roost.trend;

import java.util.List;
import java.util.Set;

/**
 * The topics that operators hide from everyone, and all their decisions.
 *
 * <p>Promises: a decision is durable when it returns, and stays. A read after a write sees it.
 */
public interface HiddenTopicStore {

    /**
     * What an operator decided about a topic.
     *
     * @param topic its key
     * @param hidden false if it is shown again
     * @param at milliseconds since 1970
     */
    record Decision(String topic, boolean hidden, String reason, long at) {}

    void decide(Decision decision);

    /** The keys of all topics that are hidden now. */
    Set<String> hidden();

    /** The last decisions, the newest first. */
    List<Decision> decisions(int limit);
}
