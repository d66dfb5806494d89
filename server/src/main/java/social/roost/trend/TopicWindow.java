package social.roost.trend;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Set;

/** A topic in the last minutes: its authors, how it is mostly written, and its newest tweet by an older account. */
final class TopicWindow {
    private final String key;
    private final long hash;
    private final AuthorSet authors;
    private String form;

    /** Of those for the form, less those for others: the majority vote of Boyer and Moore. */
    private int votes;

    private long sample;
    private long sampleAuthor;

    TopicWindow(Topic topic) {
        this(topic.key(), topic.form(), new AuthorSet());
    }

    private TopicWindow(String key, String form, AuthorSet authors) {
        this.key = key;
        this.form = form;
        this.authors = authors;
        hash = hash(key);
    }

    String key() {
        return key;
    }

    /** Of the key, 64 bits. */
    long hash() {
        return hash;
    }

    Topic topic() {
        return new Topic(key, form);
    }

    AuthorSet authors() {
        return authors;
    }

    /** The id of a tweet; 0 if there is none. */
    long sample() {
        return sample;
    }

    void add(TopicalTweet tweet, Topic topic) {
        authors.add(tweet.author(), tweet.minute(), tweet.young(), tweet.text());
        vote(topic.form());
        if (sample == 0 || (!tweet.young() && tweet.id() > sample)) {
            sample = tweet.id();
            sampleAuthor = tweet.author();
        }
    }

    private void vote(String other) {
        if (form.equals(other)) {
            votes++;
        } else if (votes > 0) {
            votes--;
        } else {
            form = other;
            votes = 1;
        }
    }

    void remove(Set<Long> removed) {
        boolean _ = authors.remove(removed);
        if (removed.contains(sampleAuthor)) {
            sample = 0;
        }
    }

    static long hash(String key) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001B3L;
        }
        return AuthorSet.mix(hash);
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(key);
        out.writeUTF(form);
        out.writeInt(votes);
        out.writeLong(sample);
        out.writeLong(sampleAuthor);
        authors.write(out);
    }

    static TopicWindow read(DataInput in) throws IOException {
        String key = in.readUTF();
        String form = in.readUTF();
        int votes = in.readInt();
        long sample = in.readLong();
        long sampleAuthor = in.readLong();
        TopicWindow window = new TopicWindow(key, form, AuthorSet.read(in));
        window.votes = votes;
        window.sample = sample;
        window.sampleAuthor = sampleAuthor;
        return window;
    }
}
