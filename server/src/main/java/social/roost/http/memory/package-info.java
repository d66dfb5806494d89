/** Rate limits in the memory of a process. */
@NullMarked
package social.roost.http.memory;

import org.jspecify.annotations.NullMarked;
