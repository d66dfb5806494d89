package social.roost.user;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The avatar or header of a user.
 *
 * @param mediaId the medium it was made from
 * @param blurhash a blurred preview
 * @param sizes the smallest first
 */
public record Picture(long mediaId, String blurhash, List<Size> sizes) {

    public Picture {
        sizes = List.copyOf(sizes);
    }

    /**
     * The picture in one size.
     *
     * @param file in stores its name, for readers its URL
     */
    public record Size(String name, String file, int width, int height) {}

    /** The same with URLs instead of names of files. */
    Picture at(String fileBase) {
        return new Picture(
                mediaId,
                blurhash,
                sizes.stream()
                        .map(size -> new Size(size.name(), fileBase + size.file(), size.width(), size.height()))
                        .toList());
    }

    /** As stores keep it: words, of which the third and later ones have four parts. Null for none. */
    public static @Nullable String encode(@Nullable Picture picture) {
        return picture == null
                ? null
                : picture.mediaId + " " + picture.blurhash + " "
                        + picture.sizes.stream()
                                .map(size -> String.join(
                                        "|",
                                        size.name(),
                                        size.file(),
                                        Integer.toString(size.width()),
                                        Integer.toString(size.height())))
                                .collect(Collectors.joining(" "));
    }

    public static @Nullable Picture decode(@Nullable String stored) {
        if (stored == null) {
            return null;
        }
        List<String> words = List.of(stored.split(" ", -1));
        return new Picture(
                Long.parseLong(words.get(0)),
                words.get(1),
                words.stream().skip(2).map(Picture::size).toList());
    }

    private static Size size(String stored) {
        List<String> parts = Arrays.asList(stored.split("\\|", -1));
        return new Size(parts.get(0), parts.get(1), Integer.parseInt(parts.get(2)), Integer.parseInt(parts.get(3)));
    }
}
