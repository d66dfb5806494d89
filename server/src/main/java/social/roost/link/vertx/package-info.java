/** Fetches pages with Vert.x. */
@NullMarked
package social.roost.link.vertx;

import org.jspecify.annotations.NullMarked;
