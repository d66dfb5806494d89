package social.roost.base;

import java.util.Optional;

/**
 * Which page of a list is asked for.
 *
 * @param limit how many at most
 * @param cursor where it begins; empty for the beginning of the list
 */
public record PageRequest(Optional<Cursor> cursor, int limit) {

    /**
     * Where it begins in a list whose cursors are tagged with it.
     *
     * @param size of the numbers that its cursors hold
     * @throws Rejection INVALID for the cursor of another list
     */
    public Optional<Cursor> in(ListId list, int size) {
        return cursor.map(
                tagged -> tagged.in(list).filter(place -> place.size() == size).orElseThrow(Cursor::invalid));
    }
}
