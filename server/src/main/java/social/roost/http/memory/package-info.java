/** Limits in the memory of one process. */
@NullMarked
package social.roost.http.memory;

import org.jspecify.annotations.NullMarked;
