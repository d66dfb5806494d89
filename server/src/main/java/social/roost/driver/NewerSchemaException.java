package social.roost.driver;

/**
 * A newer version of this program has changed the schema of a store, so this one might damage what it does not know.
 */
public final class NewerSchemaException extends UnusableStoreException {
    /** @param version the newest part of the schema */
    public NewerSchemaException(String version) {
        super("its schema has version " + version
                + ", which this version of Roost does not know. Start the version that was used last or a"
                + " newer one, or restore a backup made before the upgrade");
    }
}
