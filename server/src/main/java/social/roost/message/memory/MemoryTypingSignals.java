package social.roost.message.memory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import social.roost.message.TypingSignals;

/** Signals of the only process. */
public final class MemoryTypingSignals implements TypingSignals {
    private final List<Consumer<Typing>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void publish(Typing typing) {
        listeners.forEach(listener -> listener.accept(typing));
    }

    @Override
    public void listen(Consumer<Typing> listener) {
        listeners.add(listener);
    }
}
