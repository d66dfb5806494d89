package social.roost.media;

/** What an upload is for. It decides which renditions are made. */
public enum Purpose {
    TWEET,
    AVATAR,
    HEADER,
    MESSAGE;

    /** Whether only a still picture will do. */
    public boolean isPicture() {
        return this == AVATAR || this == HEADER;
    }
}
