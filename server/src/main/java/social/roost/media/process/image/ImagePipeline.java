package social.roost.media.process.image;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import social.roost.media.Failure;
import social.roost.media.FileType;
import social.roost.media.Purpose;
import social.roost.media.Rendition;

/**
 * Makes the renditions of a picture: checks its header, decodes it, scales it down, converts it to sRGB, turns it
 * upright, and encodes it in each size. Scaling comes first, so that the rest has few pixels to handle.
 */
final class ImagePipeline {
    private static final int PREVIEW = 32;

    private final long memory;

    /** @param memory for all objects of this process, in bytes */
    ImagePipeline(long memory) {
        this.memory = memory;
    }

    /** @throws IOException if it failed for a reason that is not the picture's fault */
    ImageAnswer process(ImageJob job) throws IOException, RejectedException {
        Bytes bytes = new Bytes(Files.readAllBytes(job.input()));
        ImageFile file = ImageFile.read(job.type(), bytes);
        if (file.pixels() > job.maximumPixels()) {
            throw new RejectedException(Failure.IMAGE_TOO_LARGE, file.width() + "x" + file.height());
        } else if (file.frames().count() > 1) {
            return animation(file);
        }
        // The file is in memory twice; the scaled picture and the other objects get as much again as the file.
        long budget = Math.max(memory / 8, memory * 3 / 4 - 3L * bytes.length());
        if (file.type() == FileType.WEBP && file.decodedBytes() > budget) {
            // Its decoder cannot leave out rows while it reads.
            throw new RejectedException(Failure.IMAGE_TOO_LARGE, file.decodedBytes() + " bytes");
        }
        Picture largest = largest(new Decoder(budget).decode(file), file, job.purpose());
        PictureFiles files = new PictureFiles(job.outputFolder());
        List<Rendition> renditions = new ArrayList<>();
        for (Sizes.Sized sized : Sizes.of(job.purpose(), largest)) {
            renditions.add(files.write(sized.name(), sized.picture()));
        }
        return new ImageAnswer.Made(largest.width(), largest.height(), blurhash(largest), renditions);
    }

    private static ImageAnswer animation(ImageFile file) throws RejectedException {
        if (file.type() == FileType.WEBP) {
            // ffmpeg cannot read them.
            throw new RejectedException(Failure.ANIMATION_NOT_SUPPORTED, "animated WebP");
        }
        return new ImageAnswer.Animated(
                file.width(), file.height(), file.frames().millis());
    }

    private static Picture largest(PixelRows stored, ImageFile file, Purpose purpose) {
        boolean swaps = file.orientation().swaps();
        Region region = Sizes.region(purpose, stored, swaps);
        Picture scaled = Scaling.scale(stored, region, Sizes.largest(purpose, region, swaps));
        Picture upright = file.orientation().apply(Srgb.convert(scaled, file.colors(), file.profile()));
        return upright.isOpaque() ? upright.withoutAlpha() : upright;
    }

    private static String blurhash(Picture picture) {
        Region all = Region.all(picture);
        Picture middle = Scaling.scale(picture, all, all.fit(8 * PREVIEW, 8 * PREVIEW));
        Region small = Region.all(middle);
        return Blurhash.of(Scaling.scale(middle, small, small.fit(PREVIEW, PREVIEW)));
    }
}
