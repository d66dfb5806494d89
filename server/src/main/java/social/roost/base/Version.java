package social.roost.base;

/** The version of this program. */
public final class Version {
    private Version() {}

    /** From the jar's manifest; "development" if the program does not run from its jar. */
    public static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
