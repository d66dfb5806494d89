/** Sends pushes with Vert.x. */
@NullMarked
package social.roost.push.vertx;

import org.jspecify.annotations.NullMarked;
