/** Turns texts into words, in the same way for tweets and for queries, whatever the index is made with. */
@NullMarked
package social.roost.search.text;

import org.jspecify.annotations.NullMarked;
