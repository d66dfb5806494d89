package social.roost.base;

/**
 * Identifies a list, so that its cursors are not used for another.
 *
 * @param name of its kind
 * @param ownerId the user or tweet to which the list belongs; 0 if the name is sufficient
 */
public record ListId(String name, long ownerId) {

    /** The same in every process and version. Not secret, because a {@link Cursor} grants nothing. */
    long tag() {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
        }
        return (hash ^ ownerId) * 0x9E3779B97F4A7C15L;
    }
}
