/** The index of tweets in files of this process. */
@NullMarked
package social.roost.search.lucene;

import org.jspecify.annotations.NullMarked;
