/**
 * Web Push: tells browsers that are closed of notifications and messages, through the push services of their makers (RFC
 * 8030, 8291 and 8292).
 */
@NullMarked
package social.roost.push;

import org.jspecify.annotations.NullMarked;
