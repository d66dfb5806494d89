/**
 * Roost's own API: its routes and its JSON. The use cases below do the work; another API would be a package next to
 * this one.
 */
@NullMarked
package social.roost.api;

import org.jspecify.annotations.NullMarked;
