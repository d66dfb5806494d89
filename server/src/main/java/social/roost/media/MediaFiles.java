package social.roost.media;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;

/** The files of media, for delivery. */
public final class MediaFiles {
    private final MediaLibrary library;
    private final ObjectStorage objects;
    private final PrivateUrls urls;

    public MediaFiles(MediaLibrary library, ObjectStorage objects, PrivateUrls urls) {
        this.library = library;
        this.objects = objects;
        this.urls = urls;
    }

    /**
     * Finds a file by its name.
     *
     * @param viewerId who is logged in; 0 for nobody
     * @param signed of a {@link PrivateUrls signed URL}; null if it is none
     * @throws Rejection NOT_FOUND if there is none, or the viewer may not have it
     */
    public Found find(String name, long viewerId, PrivateUrls.@Nullable Parameters signed) {
        OptionalLong id = ObjectKeys.ofName(name);
        ShownMedium shown = id.isEmpty() ? null : library.find(id.getAsLong());
        Medium medium = shown == null ? null : shown.medium();
        MediaContent content = medium == null ? null : medium.content();
        MediaContent.File file = content == null ? null : content.file(name);
        if (medium == null || file == null) {
            throw notFound();
        }
        return medium.isPublic() ? new Found(file, true, 0) : findPrivate(medium, file, viewerId, signed);
    }

    private Found findPrivate(
            Medium medium, MediaContent.File file, long viewerId, PrivateUrls.@Nullable Parameters signed) {
        long seconds = signed == null || !medium.isInMessage() ? 0 : urls.secondsLeft(file.name(), signed, viewerId);
        if (seconds == 0 && (signed != null || medium.userId() != viewerId)) {
            throw notFound();
        }
        return new Found(file, false, seconds);
    }

    /**
     * Opens a part of a file, as {@link ObjectStorage#open}.
     *
     * @throws Rejection NOT_FOUND if it was removed a moment ago
     */
    public ReadableByteChannel open(MediaContent.File file, long offset, long length) throws IOException {
        try {
            return objects.open(ObjectKeys.file(file.name()), offset, length);
        } catch (NoSuchFileException _) {
            throw notFound();
        }
    }

    private static Rejection notFound() {
        return Rejection.notFound("file");
    }

    /**
     * A file, for a reader who may have it.
     *
     * @param isPublic whether everyone may keep it
     * @param privateSeconds how long the reader may keep it if it is not public
     */
    public record Found(MediaContent.File file, boolean isPublic, long privateSeconds) {}
}
