/** Topics that are discussed more than usual. Plain computation: no store, clock or thread. */
@NullMarked
package social.roost.trend;

import org.jspecify.annotations.NullMarked;
