package social.roost.message.redis;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import social.roost.driver.redis.Longs;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.RedisChannel;
import social.roost.message.TypingSignals;

/**
 * Signals in the channel {@code typing} of Redis, which all processes hear. A message is the conversation, the user and
 * the recipients, as eight bytes each.
 */
public final class RedisTypingSignals implements TypingSignals {
    private static final int RECIPIENTS = 2;

    private final List<Consumer<Typing>> listeners = new CopyOnWriteArrayList<>();
    private final RedisChannel channel;

    public RedisTypingSignals(Redis redis) {
        channel = redis.channel("typing", this::tell);
    }

    @Override
    public void publish(Typing typing) {
        long[] numbers = LongStream.concat(
                        LongStream.of(typing.conversationId(), typing.userId()),
                        typing.recipientIds().stream().mapToLong(id -> id))
                .toArray();
        channel.publish(Longs.bytes(numbers));
    }

    @Override
    public void listen(Consumer<Typing> listener) {
        listeners.add(listener);
    }

    private void tell(byte[] message) {
        long[] numbers = Longs.of(message);
        Typing typing = new Typing(
                numbers[0],
                numbers[1],
                Arrays.stream(numbers, RECIPIENTS, numbers.length).boxed().toList());
        listeners.forEach(listener -> listener.accept(typing));
    }
}
