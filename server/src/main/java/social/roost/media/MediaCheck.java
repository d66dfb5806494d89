package social.roost.media;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import social.roost.base.Scan;

/** Compares media with the objects in the storage: finds objects that no medium has, and media without their objects. */
public final class MediaCheck {
    private static final int AT_ONCE = 500;

    /** What is younger may be under way. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private final MediaStore store;
    private final ObjectStorage objects;
    private final InstantSource clock;

    public MediaCheck(MediaStore store, ObjectStorage objects, InstantSource clock) {
        this.store = store;
        this.objects = objects;
        this.clock = clock;
    }

    /**
     * Compares all.
     *
     * @param fix whether to delete superfluous objects
     */
    public Result run(boolean fix) {
        List<String> superfluous = new ArrayList<>();
        for (String prefix : List.of(ObjectKeys.UPLOADS, ObjectKeys.FILES)) {
            addSuperfluous(prefix, superfluous);
        }
        if (fix) {
            superfluous.forEach(objects::delete);
        }
        return new Result(superfluous, missing());
    }

    private void addSuperfluous(String prefix, List<String> superfluous) {
        String after = "";
        List<ObjectStorage.Stored> some;
        do {
            some = objects.list(prefix, after, AT_ONCE);
            Map<Long, Medium> media = store.find(some.stream()
                    .map(object -> ObjectKeys.mediaId(object.key()))
                    .flatMapToLong(OptionalLong::stream)
                    .distinct()
                    .toArray());
            some.stream()
                    .filter(object -> isOld(object.storedAt()) && !isNeeded(object.key(), media))
                    .forEach(object -> superfluous.add(object.key()));
            after = some.isEmpty() ? after : some.getLast().key();
        } while (some.size() == AT_ONCE);
    }

    private boolean isOld(long millis) {
        return clock.millis() - millis >= SETTLED.toMillis();
    }

    private static boolean isNeeded(String key, Map<Long, Medium> media) {
        OptionalLong id = ObjectKeys.mediaId(key);
        Medium medium = id.isEmpty() ? null : media.get(id.getAsLong());
        if (medium == null) {
            return false;
        }
        return key.startsWith(ObjectKeys.UPLOADS)
                ? medium.state() == MediaState.WAITING || medium.state().isJob()
                : medium.state().isJob() || keys(medium).contains(key);
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        String after = Scan.START;
        while (after != null) {
            Scan.Part<Medium> part = store.scan(after, AT_ONCE);
            part.items().stream()
                    .filter(medium -> medium.state() == MediaState.READY)
                    .flatMap(medium -> keys(medium).stream())
                    .filter(key -> objects.head(key) == null)
                    .forEach(missing::add);
            after = part.next();
        }
        return missing;
    }

    private static Set<String> keys(Medium medium) {
        Set<String> keys = new HashSet<>();
        MediaContent content = medium.content();
        if (content != null) {
            content.files().forEach(file -> keys.add(ObjectKeys.file(file.name())));
        }
        return keys;
    }

    /**
     * What does not fit.
     *
     * @param superfluous keys of objects that no medium needs
     * @param missing keys of objects that a medium should have
     */
    public record Result(List<String> superfluous, List<String> missing) {}
}
