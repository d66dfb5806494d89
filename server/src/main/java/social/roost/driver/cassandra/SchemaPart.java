package social.roost.driver.cassandra;

import java.util.List;

/**
 * Tables with a version of their own.
 *
 * @param name of the version; never changed
 * @param changes what makes each version out of the one before; never changed, only added to
 */
public record SchemaPart(String name, List<String> changes) {}
