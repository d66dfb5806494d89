/** The query language: a parser that accepts every text, and the conditions that it produces. */
@NullMarked
package social.roost.search.query;

import org.jspecify.annotations.NullMarked;
