package social.roost.app;

import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.list.Lists;

/** Drops cached lists that another process has changed. */
record ListInvalidation(Lists lists) implements StreamConsumer.OfGraph {

    @Override
    public void consume(Event.OfGraph event) {
        if (event instanceof Event.OfLists list) {
            lists.changed(list.userId(), list.listId());
        }
    }
}
