package social.roost.media;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An upload with its correct result.
 *
 * @param failure null if it can be used
 * @param kind what it becomes then
 * @param width then likewise
 * @param height then likewise
 */
public record Sample(
        String name,
        Supplier<byte[]> content,
        @Nullable Failure failure,
        @Nullable MediaKind kind,
        int width,
        int height) {

    static Sample rejected(String name, Failure failure, Supplier<byte[]> content) {
        return new Sample(name, content, failure, null, 0, 0);
    }

    static Sample image(String name, int width, int height, Supplier<byte[]> content) {
        return new Sample(name, content, null, MediaKind.IMAGE, width, height);
    }

    static Sample gif(String name, int width, int height, Supplier<byte[]> content) {
        return new Sample(name, content, null, MediaKind.GIF, width, height);
    }

    static Sample video(String name, int width, int height, Supplier<byte[]> content) {
        return new Sample(name, content, null, MediaKind.VIDEO, width, height);
    }

    @Override
    public String toString() {
        return name;
    }
}
