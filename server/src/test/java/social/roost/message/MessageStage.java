package social.roost.message;

import java.io.IOException;
import social.roost.event.EventLog;

/** Stores for the contract tests, empty at first, and two processes that use them. */
public interface MessageStage extends AutoCloseable {

    /** The stores of this process; others after a crash. */
    Ports process();

    /** The stores of another process, whose clock is three seconds behind. */
    Ports other();

    /** The log that receives the events of the stores. */
    EventLog events();

    /** Crashes the process and restarts it. */
    void crash() throws IOException;

    @Override
    void close();

    /** The stores as a process has them. */
    record Ports(ConversationStore conversations, MessageStore messages, ContactStore contacts) {}
}
