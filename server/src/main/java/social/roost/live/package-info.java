/** What happens, told to those who have a stream open: tweets as they are posted, deletions, counts. */
@NullMarked
package social.roost.live;

import org.jspecify.annotations.NullMarked;
