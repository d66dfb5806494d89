package social.roost.media;

import java.time.Duration;
import social.roost.base.config.ByteSize;
import social.roost.base.config.Setting;

/** How large uploads may be. */
public record MediaLimits(
        @Setting(value = "8MiB", help = "Largest picture that can be uploaded.")
        ByteSize imageSize,

        @Setting(value = "33177600", help = "Pixels that a picture may have, width times height.")
        int imagePixels,

        @Setting(value = "15MiB", help = "Largest GIF that can be uploaded, also a still one.")
        ByteSize gifSize,

        @Setting(value = "256MiB", help = "Largest video that can be uploaded.")
        ByteSize videoSize,

        @Setting(value = "140s", help = "Longest video that can be uploaded.")
        Duration videoLength) {

    public MediaLimits {
        if (imageSize.bytes() < 1 || gifSize.bytes() < 1 || videoSize.bytes() < 1) {
            throw new IllegalArgumentException("the sizes of media must be at least 1B");
        }
        if (imagePixels < 1) {
            throw new IllegalArgumentException("image-pixels is " + imagePixels + ", expected at least 1");
        }
        if (videoLength.toSeconds() < 1) {
            throw new IllegalArgumentException("video-length must be at least 1s");
        }
    }

    /** How many bytes a file of this type may have. */
    public long size(FileType type) {
        return switch (type.kind()) {
            case IMAGE -> imageSize.bytes();
            case GIF -> gifSize.bytes();
            case VIDEO -> videoSize.bytes();
        };
    }
}
