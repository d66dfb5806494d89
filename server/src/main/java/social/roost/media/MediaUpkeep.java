package social.roost.media;

import java.time.InstantSource;
import java.util.function.BiPredicate;

/** What happens to media that are not processed: files that never arrive, media that nothing uses, and what is left over. */
public final class MediaUpkeep {
    private final MediaLibrary library;
    private final MediaRemoval removal;
    private final BiPredicate<Medium, MediaUse> isUsed;
    private final InstantSource clock;

    /** @param isUsed whether what should use a medium exists and does so */
    public MediaUpkeep(
            MediaLibrary library, MediaRemoval removal, BiPredicate<Medium, MediaUse> isUsed, InstantSource clock) {
        this.library = library;
        this.removal = removal;
        this.isUsed = isUsed;
        this.clock = clock;
    }

    /** Does what is due for a medium. */
    void step(Medium medium) {
        switch (medium.state()) {
            case WAITING -> lookForFile(medium);
            case READY, FAILED -> lookForUse(medium);
            case REMOVED -> removal.finish(medium.id());
            case UPLOADED, PROCESSING -> throw new IllegalArgumentException("A job");
        }
    }

    private void lookForFile(Medium medium) {
        ObjectStorage.Stored stored = removal.objects().head(medium.uploadKey());
        long now = clock.millis();
        if (stored != null && stored.bytes() == medium.upload().size()) {
            library.update(medium.id(), known -> known.uploaded(now));
        } else if (now - medium.work().since() >= Medium.WITHOUT_FILE.toMillis()) {
            var _ = removal.remove(medium.id(), known -> known.state() == MediaState.WAITING);
        } else {
            library.update(
                    medium.id(),
                    known -> known.state() == MediaState.WAITING
                            ? known.due(now + Medium.LOOKS_FOR_FILE.toMillis())
                            : known);
        }
    }

    private void lookForUse(Medium medium) {
        removal.tidy(medium);
        medium.uses().forEach(use -> checkUse(medium, use));
        long now = clock.millis();
        if (!removal.remove(medium.id(), known -> isExpired(known, now))) {
            library.update(
                    medium.id(),
                    known ->
                            known.isUnused() ? known.due(known.work().since() + Medium.WITHOUT_USE.toMillis()) : known);
        }
    }

    private static boolean isExpired(Medium medium, long now) {
        return medium.isUnused() && now - medium.work().since() >= Medium.WITHOUT_USE.toMillis();
    }

    private void checkUse(Medium medium, MediaUse use) {
        boolean used = isUsed.test(medium, use);
        long now = clock.millis();
        library.update(medium.id(), known -> used ? known.confirmed(use, now) : known.unused(use, now));
    }
}
