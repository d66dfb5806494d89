package social.roost.media.process.image;

import java.awt.image.Raster;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import social.roost.media.Failure;
import social.roost.media.FileType;

/** Decodes a picture within a budget of memory: of one that exceeds it, some rows and columns are left out. */
final class Decoder {
    /** What decoders of JPEG say about a picture of which a part is missing or garbled; other warnings are harmless. */
    private static final Set<String> DAMAGED = Set.of("premature end", "truncated", "huffman", "missing eoi");

    private final long budget;

    /** @param budget in bytes, for the decoded pixels */
    Decoder(long budget) {
        this.budget = budget;
    }

    PixelRows decode(ImageFile file) throws RejectedException {
        ImageReader reader =
                ImageIO.getImageReadersByMIMEType(file.type().contentType()).next();
        Warnings warnings = new Warnings();
        reader.addIIOReadWarningListener(warnings);
        try (ImageInputStream input = ImageIO.createImageInputStream(file.content())) {
            reader.setInput(input, true, true);
            if (file.type() != FileType.GIF
                    && (reader.getWidth(0) != file.width() || reader.getHeight(0) != file.height())) {
                throw RejectedException.damaged("two different sizes");
            }
            PixelRows rows = read(reader, file);
            if (warnings.damaged != null) {
                throw RejectedException.damaged(warnings.damaged);
            }
            return rows;
        } catch (IOException | RuntimeException e) {
            throw new RejectedException(Failure.DAMAGED_FILE, e);
        } finally {
            reader.dispose();
        }
    }

    private PixelRows read(ImageReader reader, ImageFile file) throws IOException {
        ImageReadParam parameters = reader.getDefaultReadParam();
        int step = step(file.decodedBytes());
        parameters.setSourceSubsampling(step, step, 0, 0);
        if (file.type() == FileType.JPEG) {
            Raster raster = reader.readRaster(0, parameters);
            return RasterRows.of(raster, false);
        }
        PixelRows rows = RasterRows.of(reader.read(0, parameters));
        return file.type() == FileType.GIF ? onScreen(rows, file, step) : rows;
    }

    private int step(long bytes) {
        return (int) Math.ceil(Math.sqrt((double) bytes / budget));
    }

    private static PixelRows onScreen(PixelRows rows, ImageFile file, int step) {
        int width = Math.ceilDiv(file.width(), step);
        int height = Math.ceilDiv(file.height(), step);
        if (rows.width() >= width && rows.height() >= height) {
            return rows;
        }
        int left = Math.min(file.frames().left() / step, width - rows.width());
        int top = Math.min(file.frames().top() / step, height - rows.height());
        return new PlacedRows(rows, left, top, width, height);
    }

    /** Remembers the first warning that means that the picture is damaged. */
    private static final class Warnings implements IIOReadWarningListener {
        private @Nullable String damaged;

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            String text = warning.toLowerCase(Locale.ROOT);
            if (damaged == null && DAMAGED.stream().anyMatch(text::contains)) {
                damaged = warning;
            }
        }
    }
}
