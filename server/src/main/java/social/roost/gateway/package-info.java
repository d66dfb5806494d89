/** The edge: passes each request on to an instance of the role that owns its route. */
@NullMarked
package social.roost.gateway;

import org.jspecify.annotations.NullMarked;
