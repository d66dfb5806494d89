package social.roost.media;

/** What a medium is to those who see it. */
public enum MediaKind {
    /** A still picture, also a GIF of one frame. */
    IMAGE,

    /** An animation, stored as a video without sound that repeats. */
    GIF,

    VIDEO
}
