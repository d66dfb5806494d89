/** OpenSearch. */
@NullMarked
package social.roost.driver.opensearch;

import org.jspecify.annotations.NullMarked;
