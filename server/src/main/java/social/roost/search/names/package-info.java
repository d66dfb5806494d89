/** Finds users by their names, and hashtags, as somebody types them. */
@NullMarked
package social.roost.search.names;

import org.jspecify.annotations.NullMarked;
