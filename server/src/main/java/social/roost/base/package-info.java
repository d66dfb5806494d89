/** Ids, clock, pages and cursors, lifecycle, rejections: the foundation of everything else. */
@NullMarked
package social.roost.base;

import org.jspecify.annotations.NullMarked;
