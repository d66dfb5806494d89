/** Accounts, sessions, profiles. */
@NullMarked
package social.roost.user;

import org.jspecify.annotations.NullMarked;
