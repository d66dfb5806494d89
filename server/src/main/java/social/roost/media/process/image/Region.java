package social.roost.media.process.image;

/** A part of a picture, in pixels. */
record Region(int x, int y, int width, int height) {

    static Region all(PixelRows picture) {
        return new Region(0, 0, picture.width(), picture.height());
    }

    /** The largest part in the middle whose sides have this ratio. */
    static Region middle(PixelRows picture, int widthParts, int heightParts) {
        long width = picture.width();
        long height = picture.height();
        if (width * heightParts > height * widthParts) {
            width = Math.max(1, Math.round((double) height * widthParts / heightParts));
        } else {
            height = Math.max(1, Math.round((double) width * heightParts / widthParts));
        }
        return new Region(
                (int) ((picture.width() - width) / 2), (int) ((picture.height() - height) / 2), (int) width, (int)
                        height);
    }

    /** The size of this part if it is scaled to fit, without making it larger. */
    Size fit(int longestWidth, int longestHeight) {
        double factor = Math.min(1, Math.min((double) longestWidth / width, (double) longestHeight / height));
        return new Size(Math.max(1, (int) Math.round(width * factor)), Math.max(1, (int) Math.round(height * factor)));
    }

    /** Width and height in pixels. */
    record Size(int width, int height) {}
}
