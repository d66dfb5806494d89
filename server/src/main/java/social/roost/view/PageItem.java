package social.roost.view;

/** One of a page's items. */
public sealed interface PageItem permits Entry, Tombstone {
    long id();
}
