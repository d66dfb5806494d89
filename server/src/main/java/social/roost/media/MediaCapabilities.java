package social.roost.media;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;

/**
 * Which uploads this server accepts.
 *
 * @param processed what it can process, which may not be known while it starts
 */
public record MediaCapabilities(Supplier<Set<MediaKind>> processed, MediaSettings settings) {
    public static final int MOST_IMAGES = 4;

    public Set<MediaKind> kinds() {
        return processed.get();
    }

    /** The types that clients should offer. */
    public List<FileType> types() {
        Set<MediaKind> known = kinds();
        return Arrays.stream(FileType.values())
                .filter(type -> known.contains(type.kind()))
                .toList();
    }

    public MediaLimits limits() {
        return settings.limits();
    }

    FileType accept(@Nullable String type, Purpose purpose) {
        if (type == null) {
            throw Rejection.invalid("type", "Name the content type of the file, such as image/jpeg.");
        }
        Set<MediaKind> known = kinds();
        return FileType.named(type)
                .filter(named -> isAccepted(named, purpose, known))
                .orElseThrow(() -> new Rejection(
                        Kind.INVALID, "unsupported_type", "Files of this type are not accepted here.", "type"));
    }

    /** A GIF may turn out to be a picture. */
    private static boolean isAccepted(FileType type, Purpose purpose, Set<MediaKind> known) {
        return type.isVideo()
                ? !purpose.isPicture() && known.contains(MediaKind.VIDEO)
                : known.contains(MediaKind.IMAGE);
    }

    long acceptSize(FileType type, @Nullable Long size) {
        if (size == null || size < 1) {
            throw Rejection.invalid("size", "Name the size of the file in bytes.");
        }
        long largest = limits().size(type);
        if (size > largest) {
            throw new Rejection(
                    Kind.INVALID, "file_too_large", "The file may have at most " + largest + " bytes.", "size");
        }
        return size;
    }

    boolean hasRoom(int unused, long bytes) {
        return unused < settings.unusedUploads()
                && bytes <= settings.unusedSize().bytes();
    }
}
