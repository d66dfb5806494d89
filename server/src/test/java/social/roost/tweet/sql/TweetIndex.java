package social.roost.tweet.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.tweet.TweetStore;

/** A consumer that stores the ids of all tweets in a file of changes, which outlives the process. */
final class TweetIndex implements StreamConsumer.OfTweets, AutoCloseable {
    private final TweetStore tweets;
    private final FileChannel changes;

    TweetIndex(TweetStore tweets, Path file) throws IOException {
        this.tweets = tweets;
        this.changes = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Like every consumer, it trusts the store and not the event. */
    @Override
    public void consume(Event.OfTweets event) {
        long id = event.tweetId();
        boolean there = tweets.find(new long[] {id}).containsKey(id);
        append((there ? "+" : "-") + id + "\n");
    }

    private synchronized void append(String change) {
        try {
            var _ = changes.write(ByteBuffer.wrap(change.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> changes(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** The ids that are in the index after all changes. */
    static Set<Long> ids(Path file) throws IOException {
        Set<Long> ids = new HashSet<>();
        for (String change : changes(file)) {
            long id = Long.parseLong(change.substring(1));
            boolean _ = change.startsWith("+") ? ids.add(id) : ids.remove(id);
        }
        return ids;
    }

    @Override
    public void close() throws IOException {
        changes.close();
    }
}
