/** Cards of the pages that tweets link to: fetched by the server, stored by link. */
@NullMarked
package social.roost.link;

import org.jspecify.annotations.NullMarked;
