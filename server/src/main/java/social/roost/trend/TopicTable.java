package social.roost.trend;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The topics of the last minutes, of which there is a limited number. When it is full, a new topic takes the place of
 * the one with the fewest authors among eight, and the next time of the next eight: a topic with several authors
 * remains.
 *
 * <p>The sum of authors is limited too: when it is reached, topics with many authors are reduced to a sample.
 */
final class TopicTable {
    private static final int LOOKED_AT = 8;
    private static final int MOST_AUTHORS = 8_192;
    private static final int LEAST_AUTHORS = 64;

    private final TrendLimits limits;
    private final List<TopicWindow> topics = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private int hand;
    private long authors;

    /** Of one topic. */
    private int mostAuthors = MOST_AUTHORS;

    TopicTable(TrendLimits limits) {
        this.limits = limits;
    }

    List<TopicWindow> topics() {
        return topics;
    }

    /** The sum of the authors of all topics. */
    long authors() {
        return authors;
    }

    void add(TopicalTweet tweet) {
        for (Topic topic : tweet.topics()) {
            TopicWindow window = find(topic);
            int before = window.authors().size();
            window.add(tweet, topic);
            window.authors().limit(mostAuthors);
            authors += window.authors().size() - before;
        }
        while (authors > limits.authors() && mostAuthors > LEAST_AUTHORS) {
            mostAuthors /= 2;
            limitAuthors();
        }
    }

    /** The authors of a topic in the window that ends with this minute. */
    int count(String key, long minute) {
        Integer place = places.get(key);
        return place == null ? 0 : topics.get(place).authors().count(minute).all();
    }

    private TopicWindow find(Topic topic) {
        Integer place = places.get(topic.key());
        if (place != null) {
            return topics.get(place);
        }
        TopicWindow window = new TopicWindow(topic);
        if (topics.size() < limits.topics()) {
            places.put(topic.key(), topics.size());
            topics.add(window);
        } else {
            replace(smallest(), window);
        }
        return window;
    }

    private int smallest() {
        int smallest = hand % topics.size();
        for (int i = 0; i < LOOKED_AT; i++) {
            int place = (hand + i) % topics.size();
            if (topics.get(place).authors().size()
                    < topics.get(smallest).authors().size()) {
                smallest = place;
            }
        }
        hand = (hand + LOOKED_AT) % topics.size();
        return smallest;
    }

    private void replace(int place, TopicWindow window) {
        TopicWindow before = topics.set(place, window);
        places.remove(before.key());
        places.put(window.key(), place);
        authors -= before.authors().size();
    }

    /** Forgets what is in no window that ends with this minute or later. */
    void expire(long minute) {
        topics.forEach(topic -> topic.authors().expire(minute));
        forgetEmpty();
        if (authors < limits.authors() / 4 && mostAuthors < MOST_AUTHORS) {
            mostAuthors *= 2;
        }
    }

    void remove(Set<Long> removed) {
        topics.forEach(topic -> topic.remove(removed));
        forgetEmpty();
    }

    private void forgetEmpty() {
        topics.removeIf(topic -> topic.authors().size() == 0);
        places.clear();
        for (int i = 0; i < topics.size(); i++) {
            places.put(topics.get(i).key(), i);
        }
        countAuthors();
    }

    private void limitAuthors() {
        topics.forEach(topic -> topic.authors().limit(mostAuthors));
        countAuthors();
    }

    private void countAuthors() {
        authors = topics.stream().mapToLong(topic -> topic.authors().size()).sum();
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(hand);
        out.writeInt(mostAuthors);
        out.writeInt(topics.size());
        for (TopicWindow topic : topics) {
            topic.write(out);
        }
    }

    static TopicTable read(DataInput in, TrendLimits limits) throws IOException {
        TopicTable table = new TopicTable(limits);
        table.hand = in.readInt();
        table.mostAuthors = in.readInt();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            TopicWindow topic = TopicWindow.read(in);
            table.places.put(topic.key(), i);
            table.topics.add(topic);
        }
        table.countAuthors();
        return table;
    }
}
