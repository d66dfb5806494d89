package social.roost.media.process.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import social.roost.media.FileType;
import social.roost.media.Rendition;

/** Writes renditions: JPEG, or PNG if the picture is transparent. */
final class PictureFiles {
    private static final float JPEG_QUALITY = 0.85f;

    private final Path folder;

    PictureFiles(Path folder) {
        this.folder = folder;
    }

    /** @throws IOException if it cannot be written, which is not the picture's fault */
    Rendition write(String name, Picture picture) throws IOException {
        FileType type = picture.hasAlpha() ? FileType.PNG : FileType.JPEG;
        Path file = folder.resolve(name + (picture.hasAlpha() ? ".png" : ".jpg"));
        ImageWriter writer =
                ImageIO.getImageWritersByMIMEType(type.contentType()).next();
        try (OutputStream stream = Files.newOutputStream(file);
                ImageOutputStream output = ImageIO.createImageOutputStream(stream)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(image(picture), null, null), parameters(writer, type));
        } finally {
            writer.dispose();
        }
        return new Rendition(name, file, type.contentType(), picture.width(), picture.height(), Files.size(file));
    }

    private static ImageWriteParam parameters(ImageWriter writer, FileType type) {
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        if (type == FileType.JPEG) {
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(JPEG_QUALITY);
        }
        return parameters;
    }

    private static BufferedImage image(Picture picture) {
        int bands = picture.bands();
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(picture.data(), picture.data().length),
                picture.width(),
                picture.height(),
                picture.width() * bands,
                bands,
                IntStream.range(0, bands).toArray(),
                null);
        ComponentColorModel colors = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                picture.hasAlpha(),
                false,
                picture.hasAlpha() ? ComponentColorModel.TRANSLUCENT : ComponentColorModel.OPAQUE,
                DataBuffer.TYPE_BYTE);
        return new BufferedImage(colors, raster, false, null);
    }
}
