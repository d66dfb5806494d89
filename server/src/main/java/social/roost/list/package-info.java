/** Lists of users: who has which, and who is in them. */
@NullMarked
package social.roost.list;

import org.jspecify.annotations.NullMarked;
