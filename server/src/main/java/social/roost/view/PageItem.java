package social.roost.view;

/** One of a page's {@code data}. */
public sealed interface PageItem permits Entry, Tombstone {
    long id();

    /** Not to be changed. */
    byte[] json();
}
