package social.roost.media;

import social.roost.base.Encodable;

/** A medium as it is shown, with its encoded forms. */
public final class ShownMedium extends Encodable {
    /** Objects and one encoded form, without the texts. */
    private static final int FIXED_BYTES = 1_800;

    private final Medium medium;
    private final String fileBase;

    ShownMedium(Medium medium, String fileBase) {
        this.medium = medium;
        this.fileBase = fileBase;
    }

    public Medium medium() {
        return medium;
    }

    public long id() {
        return medium.id();
    }

    /** Where clients get a file: what is not public from this server, which knows its owner. */
    public String url(MediaContent.File file) {
        return (medium.isPublic() ? fileBase : MediaSettings.FILES) + file.name();
    }

    /** An estimate of its memory. */
    int bytes() {
        return FIXED_BYTES + 3 * medium.description().altText().length();
    }
}
