/** Direct messages: conversations of two users and of groups. */
@NullMarked
package social.roost.message;

import org.jspecify.annotations.NullMarked;
