/** The edge: forwards each request to an instance of the role that owns its route. */
@NullMarked
package social.roost.gateway;

import org.jspecify.annotations.NullMarked;
