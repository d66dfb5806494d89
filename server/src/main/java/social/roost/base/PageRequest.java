package social.roost.base;

import java.util.Optional;

/**
 * A request for a page of a list.
 *
 * @param limit maximum number of items
 * @param cursor where it starts; empty for the beginning of the list
 */
public record PageRequest(Optional<Cursor> cursor, int limit) {

    /**
     * Where it starts in a list whose cursors are tagged with it.
     *
     * @param size number of values in its cursors
     * @throws Rejection INVALID for the cursor of another list
     */
    public Optional<Cursor> in(ListId list, int size) {
        return cursor.map(
                tagged -> tagged.in(list).filter(place -> place.size() == size).orElseThrow(Cursor::invalid));
    }
}
