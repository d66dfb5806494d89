package social.roost.media;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Removes media with their objects. The row is marked first and removed last, so that a removal that is interrupted is
 * continued.
 */
public final class MediaRemoval {
    private static final int AT_ONCE = 100;

    private final MediaStore store;
    private final MediaLibrary library;
    private final ObjectStorage objects;
    private final InstantSource clock;

    public MediaRemoval(MediaStore store, MediaLibrary library, ObjectStorage objects, InstantSource clock) {
        this.store = store;
        this.library = library;
        this.objects = objects;
        this.clock = clock;
    }

    MediaStore store() {
        return store;
    }

    ObjectStorage objects() {
        return objects;
    }

    /** Removes a medium if the condition holds; false if it does not. */
    boolean remove(long id, Predicate<Medium> condition) {
        Medium marked = library.update(id, medium -> condition.test(medium) ? medium.removed(clock.millis()) : medium);
        if (marked != null && marked.state() != MediaState.REMOVED) {
            return false;
        }
        finish(id);
        return true;
    }

    /** Removes what is left of a medium that is marked as removed. */
    void finish(long id) {
        objects.delete(ObjectKeys.upload(id));
        deleteFiles(id, Set.of());
        library.remove(id);
    }

    /** Deletes what a medium that is ready or failed does not need. */
    void tidy(Medium medium) {
        objects.delete(medium.uploadKey());
        deleteFiles(medium.id(), needed(medium));
    }

    private static Set<String> needed(Medium medium) {
        MediaContent content = medium.content();
        return content == null
                ? Set.of()
                : content.files().stream()
                        .map(file -> ObjectKeys.file(file.name()))
                        .collect(Collectors.toSet());
    }

    private void deleteFiles(long id, Set<String> except) {
        String after = "";
        List<ObjectStorage.Stored> some;
        do {
            some = objects.list(ObjectKeys.files(id), after, AT_ONCE);
            some.stream()
                    .map(ObjectStorage.Stored::key)
                    .filter(key -> !except.contains(key))
                    .forEach(objects::delete);
            after = some.isEmpty() ? after : some.getLast().key();
        } while (some.size() == AT_ONCE);
    }
}
