package social.roost.media.process.image;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Converts pictures to the color space of the web. */
final class Srgb {
    private static final ICC_Profile SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB);

    /** Differences that nobody sees. */
    private static final int NEGLIGIBLE = 1;

    private Srgb() {}

    /** Red, green and blue, with alpha if the picture has it. */
    static Picture convert(Picture picture, ColorModel colors, @Nullable ICC_Profile profile) {
        Picture plain = switch (colors) {
            case GRAY, RGB, CMYK -> picture;
            case YCBCR -> Ycc.toRgb(picture);
            case YCCK -> Ycc.toCmyk(picture);
        };
        if (profile != null && !isSrgb(profile)) {
            Picture converted = convert(plain, profile, colors.bands() == 4);
            if (converted != null) {
                return converted;
            }
        }
        return switch (colors) {
            case RGB, YCBCR -> plain;
            case GRAY -> gray(plain);
            case CMYK, YCCK -> Ycc.cmykToRgb(plain);
        };
    }

    /** Many cameras add a profile that says no more than this. */
    private static boolean isSrgb(ICC_Profile profile) {
        if (profile.getNumComponents() != 3) {
            return false;
        }
        int steps = 6;
        Picture samples = new Picture(steps * steps, steps, 3, false);
        for (int y = 0; y < steps; y++) {
            for (int x = 0; x < steps * steps; x++) {
                int at = samples.offset(x, y);
                samples.data()[at] = (byte) (51 * (x / steps));
                samples.data()[at + 1] = (byte) (51 * (x % steps));
                samples.data()[at + 2] = (byte) (51 * y);
            }
        }
        Picture converted = convert(samples, profile, false);
        return converted != null
                && IntStream.range(0, samples.data().length)
                        .allMatch(at -> Math.abs(
                                        (samples.data()[at] & 0xff) - (converted.data()[at] & 0xff))
                                <= NEGLIGIBLE);
    }

    /** Null if the profile is damaged. */
    private static @Nullable Picture convert(Picture picture, ICC_Profile profile, boolean inverted) {
        try {
            int colors = picture.hasAlpha() ? picture.bands() - 1 : picture.bands();
            Picture converted =
                    new Picture(picture.width(), picture.height(), picture.hasAlpha() ? 4 : 3, picture.hasAlpha());
            Picture source = inverted ? Ycc.inverted(picture) : picture;
            new ColorConvertOp(new ICC_Profile[] {profile, SRGB}, null)
                    .filter(colors(source, colors), colors(converted, 3));
            if (picture.hasAlpha()) {
                copyAlpha(picture, converted);
            }
            return converted;
        } catch (CMMException | IllegalArgumentException e) {
            return null;
        }
    }

    private static WritableRaster colors(Picture picture, int colors) {
        WritableRaster all = Raster.createInterleavedRaster(
                new DataBufferByte(picture.data(), picture.data().length),
                picture.width(),
                picture.height(),
                picture.width() * picture.bands(),
                picture.bands(),
                IntStream.range(0, picture.bands()).toArray(),
                null);
        return all.createWritableChild(
                0,
                0,
                picture.width(),
                picture.height(),
                0,
                0,
                IntStream.range(0, colors).toArray());
    }

    private static void copyAlpha(Picture from, Picture to) {
        for (int pixel = 0; pixel < from.width() * from.height(); pixel++) {
            to.data()[pixel * to.bands() + to.bands() - 1] = from.data()[pixel * from.bands() + from.bands() - 1];
        }
    }

    private static Picture gray(Picture picture) {
        if (picture.bands() >= 3) {
            return picture; // a palette of grays
        }
        Picture rgb = new Picture(picture.width(), picture.height(), picture.hasAlpha() ? 4 : 3, picture.hasAlpha());
        for (int from = 0, to = 0; from < picture.data().length; from += picture.bands(), to += rgb.bands()) {
            byte value = picture.data()[from];
            rgb.data()[to] = value;
            rgb.data()[to + 1] = value;
            rgb.data()[to + 2] = value;
        }
        if (picture.hasAlpha()) {
            copyAlpha(picture, rgb);
        }
        return rgb;
    }
}
