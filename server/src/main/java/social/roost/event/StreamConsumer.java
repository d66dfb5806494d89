package social.roost.event;

import java.util.EnumSet;
import java.util.Set;

/**
 * Consumes the streams whose interfaces it implements, as in {@code class FanOut implements StreamConsumer.OfTweets}. It
 * subscribes to these and ignores events of all others.
 */
public interface StreamConsumer extends EventConsumer {

    /** Derived from the interfaces, so that what a consumer handles and what it subscribes to cannot differ. */
    @Override
    default Set<Event.Stream> streams() {
        Set<Event.Stream> streams = EnumSet.allOf(Event.Stream.class);
        streams.removeIf(stream -> !handles(stream));
        return streams;
    }

    private boolean handles(Event.Stream stream) {
        return switch (stream) {
            case USERS -> this instanceof OfUsers;
            case GRAPH -> this instanceof OfGraph;
            case TWEETS -> this instanceof OfTweets;
            case ENGAGEMENTS -> this instanceof OfEngagements;
            case FAN_OUT -> this instanceof OfFanOut;
            case NOTIFICATIONS -> this instanceof OfNotifications;
            case MEDIA -> this instanceof OfMedia;
            case MESSAGES -> this instanceof OfMessages;
        };
    }

    @Override
    default void consume(Event event) {
        switch (event) {
            case Event.OfUsers ofUsers -> {
                if (this instanceof OfUsers consumer) {
                    consumer.consume(ofUsers);
                }
            }
            case Event.OfGraph ofGraph -> {
                if (this instanceof OfGraph consumer) {
                    consumer.consume(ofGraph);
                }
            }
            case Event.OfTweets ofTweets -> {
                if (this instanceof OfTweets consumer) {
                    consumer.consume(ofTweets);
                }
            }
            case Event.OfEngagements ofEngagements -> {
                if (this instanceof OfEngagements consumer) {
                    consumer.consume(ofEngagements);
                }
            }
            case Event.OfFanOut ofFanOut -> {
                if (this instanceof OfFanOut consumer) {
                    consumer.consume(ofFanOut);
                }
            }
            case Event.OfNotifications ofNotifications -> {
                if (this instanceof OfNotifications consumer) {
                    consumer.consume(ofNotifications);
                }
            }
            case Event.OfMedia ofMedia -> {
                if (this instanceof OfMedia consumer) {
                    consumer.consume(ofMedia);
                }
            }
            case Event.OfMessages ofMessages -> {
                if (this instanceof OfMessages consumer) {
                    consumer.consume(ofMessages);
                }
            }
        }
    }

    interface OfUsers extends StreamConsumer {
        void consume(Event.OfUsers event);
    }

    interface OfGraph extends StreamConsumer {
        void consume(Event.OfGraph event);
    }

    interface OfTweets extends StreamConsumer {
        void consume(Event.OfTweets event);
    }

    interface OfEngagements extends StreamConsumer {
        void consume(Event.OfEngagements event);
    }

    interface OfFanOut extends StreamConsumer {
        void consume(Event.OfFanOut event);
    }

    interface OfNotifications extends StreamConsumer {
        void consume(Event.OfNotifications event);
    }

    interface OfMedia extends StreamConsumer {
        void consume(Event.OfMedia event);
    }

    interface OfMessages extends StreamConsumer {
        void consume(Event.OfMessages event);
    }
}
