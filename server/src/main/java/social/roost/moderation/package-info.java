/** Reports, and what moderators decide about them. */
@NullMarked
package social.roost.moderation;

import org.jspecify.annotations.NullMarked;
