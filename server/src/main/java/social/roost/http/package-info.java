/** Routing, JSON, problems, authentication, limits. It knows no feature. */
@NullMarked
package social.roost.http;

import org.jspecify.annotations.NullMarked;
