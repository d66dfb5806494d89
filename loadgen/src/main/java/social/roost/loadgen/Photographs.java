package social.roost.loadgen;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Drawings with smooth areas, edges and some noise, as in photographs. */
final class Photographs {
    private static final float QUALITY = 0.9f;

    private Photographs() {}

    /** The same for the same arguments. */
    static byte[] jpeg(int width, int height, int seed, boolean progressive) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            parameters.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(output);
            writer.write(null, new IIOImage(drawing(width, height, seed), null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage drawing(int width, int height, int seed) {
        Random random = new Random(seed);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int light = (int) (120 + 60 * Math.sin(x / 190.0 + seed) * Math.cos(y / 240.0)) + random.nextInt(12);
                int edge = (x * (seed + 2) / 500 + y / 400) % 3 * 25;
                picture.setRGB(x, y, (light + edge) << 16 | light << 8 | (200 - light / 2 + edge));
            }
        }
        return picture;
    }
}
