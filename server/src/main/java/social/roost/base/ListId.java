package social.roost.base;

/**
 * Names a list, so that its cursors are not taken for those of another.
 *
 * @param name of its kind
 * @param ownerId the user or tweet that the list is of; 0 where the name says it all
 */
public record ListId(String name, long ownerId) {

    /** The same in every process and version. Not secret: a {@link Cursor} grants nothing. */
    long tag() {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
        }
        return (hash ^ ownerId) * 0x9E3779B97F4A7C15L;
    }
}
