package social.roost.media;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.OptionalLong;
import social.roost.base.Rejection;

/** The files of media, for delivery. */
public final class MediaFiles {
    private final MediaLibrary library;
    private final ObjectStorage objects;

    public MediaFiles(MediaLibrary library, ObjectStorage objects) {
        this.library = library;
        this.objects = objects;
    }

    /**
     * Finds a file by its name.
     *
     * @param readerId 0 for nobody
     * @throws Rejection NOT_FOUND if there is none, or nothing uses it and it belongs to another user
     */
    public Found find(String name, long readerId) {
        OptionalLong id = ObjectKeys.ofName(name);
        ShownMedium shown = id.isEmpty() ? null : library.find(id.getAsLong());
        Medium medium = shown == null ? null : shown.medium();
        if (medium != null && (medium.isPublic() || medium.userId() == readerId)) {
            MediaContent content = medium.content();
            List<MediaContent.File> files = content == null ? List.of() : content.files();
            for (MediaContent.File file : files) {
                if (file.name().equals(name)) {
                    return new Found(file, medium.isPublic());
                }
            }
        }
        throw Rejection.notFound("file");
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
            throw Rejection.notFound("file");
        }
    }

    /**
     * A file, for a reader who may have it.
     *
     * @param isPublic whether everyone may keep it
     */
    public record Found(MediaContent.File file, boolean isPublic) {}
}
