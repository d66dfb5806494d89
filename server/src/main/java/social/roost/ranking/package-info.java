/** The home timeline by relevance: how tweets are scored, and why a reader sees them. */
@NullMarked
package social.roost.ranking;

import org.jspecify.annotations.NullMarked;
