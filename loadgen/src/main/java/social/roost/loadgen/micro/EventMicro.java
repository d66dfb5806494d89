package social.roost.loadgen.micro;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import social.roost.event.Decoded;
import social.roost.event.Event;
import social.roost.event.EventCodec;

/** The event of a tweet, to the log and back. */
@State(Scope.Benchmark)
public class EventMicro {
    private final EventCodec codec = new EventCodec();
    private final Event event = new Event.TweetPosted(1_860_000_000_000_000_001L, 1_850_000_000_000_000_001L);
    private final String json = codec.encode(event);

    @Benchmark
    public String encode() {
        return codec.encode(event);
    }

    @Benchmark
    public Decoded decode() {
        return codec.read(json);
    }
}
