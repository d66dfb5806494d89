/**
 * Roost's own API: its routes, and how it writes tweets, users and everything else as JSON. All it does is done by use cases below it;
 * another API would stand beside it.
 */
@NullMarked
package social.roost.api;

import org.jspecify.annotations.NullMarked;
