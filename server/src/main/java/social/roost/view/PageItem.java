package social.roost.view;

/** An item of a page. */
public sealed interface PageItem permits Entry, Tombstone {
    long id();
}
