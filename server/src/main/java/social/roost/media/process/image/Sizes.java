package social.roost.media.process.image;

import java.util.ArrayList;
import java.util.List;
import social.roost.media.Purpose;
import social.roost.media.Rendition;

/** The sizes of a picture for each purpose; see {@link Rendition}. */
final class Sizes {
    private static final int THUMB = 150;
    private static final int SMALL = 680;
    private static final int MEDIUM = 1_200;
    private static final int LARGE = 2_048;
    private static final int AVATAR = 400;
    private static final int AVATAR_THUMB = 96;
    private static final Region.Size HEADER = new Region.Size(1_500, 500);
    private static final Region.Size HEADER_SMALL = new Region.Size(600, 200);

    private Sizes() {}

    /**
     * The part of a picture that is used.
     *
     * @param swaps whether the stored picture lies on its side
     */
    static Region region(Purpose purpose, PixelRows stored, boolean swaps) {
        return switch (purpose) {
            case TWEET, MESSAGE -> Region.all(stored);
            case AVATAR -> Region.middle(stored, 1, 1);
            case HEADER -> swaps ? Region.middle(stored, 1, 3) : Region.middle(stored, 3, 1);
        };
    }

    /** The size of the largest rendition, as stored. */
    static Region.Size largest(Purpose purpose, Region region, boolean swaps) {
        return switch (purpose) {
            case TWEET, MESSAGE -> region.fit(LARGE, LARGE);
            case AVATAR -> region.fit(AVATAR, AVATAR);
            case HEADER ->
                swaps ? region.fit(HEADER.height(), HEADER.width()) : region.fit(HEADER.width(), HEADER.height());
        };
    }

    /** All renditions, from the smallest to the largest. */
    static List<Sized> of(Purpose purpose, Picture largest) {
        return switch (purpose) {
            case TWEET, MESSAGE -> ofTweet(largest);
            case AVATAR ->
                List.of(
                        new Sized(Rendition.THUMB, fit(largest, AVATAR_THUMB, AVATAR_THUMB)),
                        new Sized(Rendition.AVATAR, largest));
            case HEADER ->
                List.of(
                        new Sized(Rendition.SMALL, fit(largest, HEADER_SMALL.width(), HEADER_SMALL.height())),
                        new Sized(Rendition.HEADER, largest));
        };
    }

    private static List<Sized> ofTweet(Picture largest) {
        List<Sized> sizes = new ArrayList<>();
        Picture small = fit(largest, SMALL, SMALL);
        Region square = Region.middle(small, 1, 1);
        sizes.add(new Sized(Rendition.THUMB, Scaling.scale(small, square, square.fit(THUMB, THUMB))));
        sizes.add(new Sized(Rendition.SMALL, small));
        int longest = Math.max(largest.width(), largest.height());
        if (longest > SMALL) {
            sizes.add(new Sized(Rendition.MEDIUM, fit(largest, MEDIUM, MEDIUM)));
        }
        if (longest > MEDIUM) {
            sizes.add(new Sized(Rendition.LARGE, largest));
        }
        return sizes;
    }

    private static Picture fit(Picture picture, int width, int height) {
        Region all = Region.all(picture);
        return Scaling.scale(picture, all, all.fit(width, height));
    }

    /** A picture and the name of its rendition. */
    record Sized(String name, Picture picture) {}
}
