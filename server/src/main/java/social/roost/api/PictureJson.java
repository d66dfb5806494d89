package social.roost.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.user.Picture;

/** The JSON of an avatar or header. */
record PictureJson(List<SizeJson> sizes, String blurhash) {

    static @Nullable PictureJson of(@Nullable Picture picture) {
        return picture == null
                ? null
                : new PictureJson(
                        picture.sizes().stream()
                                .map(size -> new SizeJson(size.name(), size.file(), size.width(), size.height()))
                                .toList(),
                        picture.blurhash());
    }

    private record SizeJson(String name, String url, int width, int height) {}
}
