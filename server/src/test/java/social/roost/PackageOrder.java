package social.roost;

import java.util.List;
import java.util.Optional;

/** Which package may import which: the order printed in ARCHITECTURE.md, as data. */
final class PackageOrder {
    static final String ROOT = "social.roost";

    /** A package imports only those above it; Main stands for the classes in {@link #ROOT} itself. */
    static final List<String> ORDER = List.of(
            "base",
            "event",
            "http",
            "driver",
            "mail",
            "user",
            "graph",
            "list",
            "media",
            "tweet",
            "draft",
            "link",
            "view",
            "timeline",
            "search",
            "mute",
            "trend",
            "analytics",
            "ranking",
            "notification",
            "message",
            "moderation",
            "live",
            "push",
            "api",
            "gateway",
            "demo",
            "backup",
            "app",
            "cli",
            "Main");

    /** Subpackages of these names are adapters: one technology behind the port of the package around them. */
    static final List<String> ADAPTERS = List.of(
            "sql",
            "memory",
            "postgres",
            "cassandra",
            "redis",
            "kafka",
            "lucene",
            "vertx",
            "process",
            "folder",
            "s3",
            "opensearch",
            "smtp");

    private PackageOrder() {}

    /** The member of {@link #ORDER} that a package of ours belongs to. */
    static String member(String packageName) {
        return packageName.equals(ROOT) ? "Main" : segments(packageName).getFirst();
    }

    /** The technology, if the package is an adapter; drivers are none. */
    static Optional<String> technology(String packageName) {
        List<String> segments = packageName.equals(ROOT) ? List.of("Main") : segments(packageName);
        return segments.getFirst().equals("driver")
                ? Optional.empty()
                : segments.stream().skip(1).filter(ADAPTERS::contains).findFirst();
    }

    /** Whether a class of one package may name a class of the other; both are ours. */
    static boolean allows(String from, String to) {
        if (member(from).equals("app")) {
            return ORDER.indexOf(member(to)) <= ORDER.indexOf("app");
        }
        Optional<String> own = technology(from);
        Optional<String> other = technology(to);
        if (other.isPresent() && !other.equals(own)) {
            return false;
        }
        if (member(to).equals("http") && !member(from).equals("http")) {
            return ORDER.indexOf(member(from)) >= ORDER.indexOf("api");
        }
        if (member(to).equals("driver")) {
            return own.isPresent() || member(from).equals("driver");
        }
        return ORDER.indexOf(member(to)) <= ORDER.indexOf(member(from));
    }

    /** Whether a package has use cases and what they are about, and neither an API nor an adapter. */
    static boolean isDomain(String packageName) {
        int place = ORDER.indexOf(member(packageName));
        return place > ORDER.indexOf("driver")
                && place < ORDER.indexOf("api")
                && technology(packageName).isEmpty();
    }

    private static List<String> segments(String packageName) {
        return List.of(packageName.substring(ROOT.length() + 1).split("\\."));
    }
}
