package social.roost.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Pictures for tests. */
public final class Drawings {
    private Drawings() {}

    /** A letter F, 40 by 20 pixels: red on white, and unlike itself however it is turned. */
    public static BufferedImage letter() {
        BufferedImage image = filled(40, 20, Color.WHITE);
        fill(image, 0, 0, 8, 20);
        fill(image, 0, 0, 40, 5);
        fill(image, 0, 10, 20, 5);
        return image;
    }

    public static BufferedImage filled(int width, int height, Color color) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, color.getRGB());
            }
        }
        return image;
    }

    /** What does not compress, always the same. */
    public static BufferedImage noise(int width, int height) {
        Random random = new Random(1);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }

    /** Smooth colors, which compress well. */
    public static BufferedImage gradient(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, (255 * x / width) << 16 | (255 * y / height) << 8 | 128);
            }
        }
        return image;
    }

    /** Fades from transparent at the left to red at the right. */
    public static BufferedImage fading(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, (255 * x / (width - 1)) << 24 | 0xff0000);
            }
        }
        return image;
    }

    /**
     * How a camera stores a picture: which side of what is seen is its first row, and which its first column.
     *
     * @param orientation the value in Exif
     */
    public static BufferedImage stored(BufferedImage upright, int orientation) {
        int width = upright.getWidth();
        int height = upright.getHeight();
        boolean lies = orientation >= 5;
        BufferedImage stored =
                new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_3BYTE_BGR);
        for (int row = 0; row < stored.getHeight(); row++) {
            for (int column = 0; column < stored.getWidth(); column++) {
                int right = width - 1;
                int bottom = height - 1;
                int color = switch (orientation) {
                    case 1 -> upright.getRGB(column, row); // top, left
                    case 2 -> upright.getRGB(right - column, row); // top, right
                    case 3 -> upright.getRGB(right - column, bottom - row); // bottom, right
                    case 4 -> upright.getRGB(column, bottom - row); // bottom, left
                    case 5 -> upright.getRGB(row, column); // left, top
                    case 6 -> upright.getRGB(right - row, column); // right, top
                    case 7 -> upright.getRGB(right - row, bottom - column); // right, bottom
                    case 8 -> upright.getRGB(row, bottom - column); // left, bottom
                    default -> throw new IllegalArgumentException("No orientation: " + orientation);
                };
                stored.setRGB(column, row, color);
            }
        }
        return stored;
    }

    private static void fill(BufferedImage image, int left, int top, int width, int height) {
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                image.setRGB(x, y, Color.RED.getRGB());
            }
        }
    }
}
