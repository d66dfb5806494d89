package social.roost.media;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.base.Snowflake;
import social.roost.media.Medium.Description;

/** Uploads of a user: begins and finishes them, describes and deletes them. */
public final class MediaUploads {
    public static final int ALT_TEXT_LENGTH = 1_500;

    private static final Duration URL_LIFETIME = Duration.ofMinutes(10);
    private static final int MOST_COUNTED = 1_000;
    private static final int SECONDS_TO_WAIT = 3_600;

    private final MediaLibrary library;
    private final MediaStore store;
    private final ObjectStorage objects;
    private final MediaRemoval removal;
    private final MediaCapabilities capabilities;
    private final Snowflake ids;
    private final InstantSource clock;

    public MediaUploads(
            MediaLibrary library,
            MediaRemoval removal,
            MediaCapabilities capabilities,
            Snowflake ids,
            InstantSource clock) {
        this.library = library;
        this.store = removal.store();
        this.objects = removal.objects();
        this.removal = removal;
        this.capabilities = capabilities;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Announces an upload.
     *
     * @throws Rejection INVALID if it is not allowed, TOO_MANY if the user has too many that are not used
     */
    public Begun begin(long userId, @Nullable String type, @Nullable Long size, @Nullable String purpose) {
        Purpose wanted = purpose(purpose);
        FileType accepted = capabilities.accept(type, wanted);
        Medium.Upload upload =
                new Medium.Upload(wanted, accepted.contentType(), capabilities.acceptSize(accepted, size));
        refuseTooMany(userId, upload.size());
        long now = clock.millis();
        Medium medium = Medium.waiting(ids.next(), userId, upload, now);
        Instant expiry = Instant.ofEpochMilli(now).plus(URL_LIFETIME);
        ObjectStorage.Target target = objects.beginUpload(medium.id(), medium.uploadKey(), upload, expiry);
        library.add(medium);
        return new Begun(medium.id(), target, expiry.toEpochMilli());
    }

    private static Purpose purpose(@Nullable String text) {
        for (Purpose purpose : Purpose.values()) {
            if (purpose.name().toLowerCase(Locale.ROOT).equals(text)) {
                return purpose;
            }
        }
        throw Rejection.invalid("purpose", "Expected tweet, avatar, header or message.");
    }

    private void refuseTooMany(long userId, long size) {
        long since = Snowflake.lowestAt(clock.millis() - Medium.WITHOUT_USE.toMillis());
        List<Medium> unused = store.ofUser(userId, since, MOST_COUNTED).stream()
                .filter(medium -> medium.isUnused() && isKept(medium.state()))
                .toList();
        long bytes = unused.stream().mapToLong(medium -> medium.upload().size()).sum();
        if (!capabilities.hasRoom(unused.size(), bytes + size)) {
            throw Rejection.tooMany("too_many_uploads", "You have too many uploads that are not used", SECONDS_TO_WAIT);
        }
    }

    private static boolean isKept(MediaState state) {
        return state != MediaState.FAILED && state != MediaState.REMOVED;
    }

    /**
     * The file was sent: it can be processed. Idempotent.
     *
     * @throws Rejection NOT_FOUND if it is not the user's, CONFLICT if the file has not arrived
     */
    public ShownMedium uploaded(long userId, long id) {
        Medium medium = own(userId, id);
        if (medium.state() != MediaState.WAITING) {
            return library.show(medium);
        }
        ObjectStorage.Stored stored = objects.head(medium.uploadKey());
        if (stored == null || stored.bytes() != medium.upload().size()) {
            throw new Rejection(Kind.CONFLICT, "not_uploaded", "The file has not arrived completely: send it again.");
        }
        return changed(library.update(id, known -> known.uploaded(clock.millis())));
    }

    /**
     * Finds an upload of the user.
     *
     * @throws Rejection NOT_FOUND if it is not the user's
     */
    public ShownMedium find(long userId, long id) {
        return library.show(own(userId, id));
    }

    /**
     * Describes an upload; null leaves a value as it is.
     *
     * @throws Rejection NOT_FOUND if it is not the user's, INVALID for an invalid value
     */
    public ShownMedium describe(long userId, long id, @Nullable String altText, @Nullable Focus focus) {
        Medium medium = own(userId, id);
        String text = altText == null ? null : altText(altText);
        if (focus != null && !(isShare(focus.x()) && isShare(focus.y()))) {
            throw Rejection.invalid("focus", "x and y must be numbers from -1 to 1.");
        }
        return changed(library.update(
                medium.id(),
                known -> known.described(new Description(
                        text == null ? known.description().altText() : text,
                        focus == null ? known.description().focusX() : focus.x(),
                        focus == null ? known.description().focusY() : focus.y()))));
    }

    private static boolean isShare(double value) {
        return value >= -1 && value <= 1;
    }

    private static String altText(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (composed.codePointCount(0, composed.length()) > ALT_TEXT_LENGTH) {
            throw Rejection.invalid("alt_text", "At most " + ALT_TEXT_LENGTH + " characters are allowed.");
        }
        if (composed.codePoints().anyMatch(MediaUploads::isUnfit)) {
            throw Rejection.invalid("alt_text", "The text contains a character that is not allowed.");
        }
        return composed;
    }

    private static boolean isUnfit(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.SURROGATE || (type == Character.CONTROL && codePoint != '\n' && codePoint != '\r');
    }

    /**
     * Deletes an upload that nothing uses.
     *
     * @throws Rejection NOT_FOUND if it is not the user's, CONFLICT if it is used
     */
    public void delete(long userId, long id) {
        Medium medium = own(userId, id);
        if (!removal.remove(medium.id(), Medium::isUnused)) {
            throw new Rejection(
                    Kind.CONFLICT,
                    "media_in_use",
                    "A tweet, message or profile uses it: delete that or choose another first.");
        }
    }

    private Medium own(long userId, long id) {
        return library.current(id).filter(medium -> medium.userId() == userId).orElseThrow(MediaUploads::notFound);
    }

    private ShownMedium changed(@Nullable Medium medium) {
        if (medium == null || medium.state() == MediaState.REMOVED) {
            throw notFound();
        }
        return library.show(medium);
    }

    private static Rejection notFound() {
        return Rejection.notFound("upload");
    }

    /** A point of an image. */
    public record Focus(double x, double y) {}

    /**
     * An upload that has been announced.
     *
     * @param expiresAt until when the file can be sent, in milliseconds since 1970
     */
    public record Begun(long mediaId, ObjectStorage.Target target, long expiresAt) {}
}
