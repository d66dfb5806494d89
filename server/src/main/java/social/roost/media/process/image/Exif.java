package social.roost.media.process.image;

import java.nio.ByteOrder;

/** Reads the only thing that matters in a description of a camera: which way is up. */
final class Exif {
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;

    private Exif() {}

    /** @param tiff begins with the byte order; if it makes no sense, the picture is upright */
    static Orientation orientation(Bytes tiff) {
        try {
            Bytes bytes = tiff.order(tiff.hasAt(0, "II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = bytes.length32(4);
            int entries = bytes.u16(directory);
            for (int entry = 0; entry < entries; entry++) {
                int at = directory + 2 + 12 * entry;
                if (bytes.u16(at) == ORIENTATION && bytes.u16(at + 2) == SHORT) {
                    return Orientation.of(bytes.u16(at + 8));
                }
            }
        } catch (RejectedException e) {
            // It ends too early.
        }
        return Orientation.UPRIGHT;
    }
}
