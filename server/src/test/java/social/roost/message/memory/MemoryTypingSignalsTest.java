package social.roost.message.memory;

import social.roost.message.TypingSignals;
import social.roost.message.TypingSignalsContract;

class MemoryTypingSignalsTest extends TypingSignalsContract {
    private final TypingSignals signals = new MemoryTypingSignals();

    @Override
    protected TypingSignals signals() {
        return signals;
    }

    @Override
    protected TypingSignals other() {
        return signals;
    }
}
