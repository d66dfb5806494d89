/** Typing signals within one process. */
@NullMarked
package social.roost.message.memory;

import org.jspecify.annotations.NullMarked;
