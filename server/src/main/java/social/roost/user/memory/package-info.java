/** Short-lived data of users, in the memory of one process. */
@NullMarked
package social.roost.user.memory;

import org.jspecify.annotations.NullMarked;
