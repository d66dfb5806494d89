package social.roost.media.process.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;

/** Reads what a decoder returned: pixels in one of many formats. */
abstract class RasterRows implements PixelRows {
    final Raster raster;
    private final int bands;
    private final boolean hasAlpha;

    private RasterRows(Raster raster, int bands, boolean hasAlpha) {
        this.raster = raster;
        this.bands = bands;
        this.hasAlpha = hasAlpha;
    }

    static PixelRows of(BufferedImage image) {
        return image.getColorModel() instanceof IndexColorModel palette
                ? new Indexed(image.getRaster(), palette)
                : of(image.getRaster(), image.getColorModel().hasAlpha());
    }

    static PixelRows of(Raster raster, boolean hasAlpha) {
        return raster.getSampleModel() instanceof PixelInterleavedSampleModel model
                        && raster.getDataBuffer() instanceof DataBufferByte data
                        && data.getNumBanks() == 1
                        && raster.getParent() == null
                ? new Interleaved(raster, model, data, hasAlpha)
                : new Other(raster, hasAlpha);
    }

    @Override
    public int width() {
        return raster.getWidth();
    }

    @Override
    public int height() {
        return raster.getHeight();
    }

    @Override
    public int bands() {
        return bands;
    }

    @Override
    public boolean hasAlpha() {
        return hasAlpha;
    }

    /** Bytes, with the bands of a pixel next to each other in any order. */
    private static final class Interleaved extends RasterRows {
        private final byte[] data;
        private final int[] offsets;
        private final int row;
        private final int pixel;

        Interleaved(Raster raster, PixelInterleavedSampleModel model, DataBufferByte data, boolean hasAlpha) {
            super(raster, model.getNumBands(), hasAlpha);
            this.data = data.getData();
            this.offsets = model.getBandOffsets();
            this.row = model.getScanlineStride();
            this.pixel = model.getPixelStride();
        }

        @Override
        public void read(int y, byte[] target) {
            if (pixel == bands() && isInOrder()) {
                System.arraycopy(data, y * row, target, 0, width() * pixel);
                return;
            }
            for (int band = 0; band < offsets.length; band++) {
                int from = y * row + offsets[band];
                for (int at = band; at < width() * offsets.length; at += offsets.length, from += pixel) {
                    target[at] = data[from];
                }
            }
        }

        private boolean isInOrder() {
            for (int band = 0; band < offsets.length; band++) {
                if (offsets[band] != band) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Numbers of colors in a palette, as red, green, blue and perhaps alpha. */
    private static final class Indexed extends RasterRows {
        private final byte[] palette;
        private final int[] samples;

        Indexed(Raster raster, IndexColorModel model) {
            super(raster, model.hasAlpha() ? 4 : 3, model.hasAlpha());
            this.palette = palette(model, bands());
            this.samples = new int[raster.getWidth()];
        }

        private static byte[] palette(IndexColorModel model, int bands) {
            byte[] palette = new byte[(1 << model.getPixelSize()) * bands];
            for (int color = 0; color < model.getMapSize(); color++) {
                palette[color * bands] = (byte) model.getRed(color);
                palette[color * bands + 1] = (byte) model.getGreen(color);
                palette[color * bands + 2] = (byte) model.getBlue(color);
                if (bands == 4) {
                    palette[color * bands + 3] = (byte) model.getAlpha(color);
                }
            }
            return palette;
        }

        @Override
        public void read(int y, byte[] target) {
            raster.getSamples(0, y, samples.length, 1, 0, samples);
            for (int x = 0; x < samples.length; x++) {
                System.arraycopy(palette, samples[x] * bands(), target, x * bands(), bands());
            }
        }
    }

    /** Anything else, such as 16 bits for each band. */
    private static final class Other extends RasterRows {
        private final int[] samples;
        private final int shift;

        Other(Raster raster, boolean hasAlpha) {
            super(raster, raster.getNumBands(), hasAlpha);
            this.samples = new int[raster.getWidth() * raster.getNumBands()];
            this.shift = raster.getTransferType() == DataBuffer.TYPE_USHORT
                    ? Math.max(0, raster.getSampleModel().getSampleSize(0) - 8)
                    : 0;
        }

        @Override
        public void read(int y, byte[] target) {
            raster.getPixels(0, y, width(), 1, samples);
            for (int at = 0; at < samples.length; at++) {
                target[at] = (byte) (samples[at] >> shift);
            }
        }
    }
}
