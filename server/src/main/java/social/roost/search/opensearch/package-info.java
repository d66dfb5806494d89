/** The index of tweets in OpenSearch. */
@NullMarked
package social.roost.search.opensearch;

import org.jspecify.annotations.NullMarked;
