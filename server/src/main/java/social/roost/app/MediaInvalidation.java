package social.roost.app;

import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.media.MediaLibrary;

/** Drops cached media that another process has changed. */
record MediaInvalidation(MediaLibrary library) implements StreamConsumer.OfMedia {

    @Override
    public void consume(Event.OfMedia event) {
        switch (event) {
            case Event.MediaChanged(long _, long medium) -> library.forget(medium);
        }
    }
}
