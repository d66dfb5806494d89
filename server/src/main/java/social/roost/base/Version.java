package social.roost.base;

/** The version of this program. */
public final class Version {
    private Version() {}

    /** As the jar's manifest names it; "development" when the program does not run from its jar. */
    public static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
