/** Full-text search for tweets: what is indexed, how the index follows the store, and what a search returns. */
@NullMarked
package social.roost.search;

import org.jspecify.annotations.NullMarked;
