package social.roost.driver.cassandra;

import java.util.List;

/**
 * Tables with their own version.
 *
 * @param name of the version; must never change
 * @param changes each makes a version out of the previous one; never modify, only append
 */
public record SchemaPart(String name, List<String> changes) {}
