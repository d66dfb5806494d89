/** One thin client per technology, and what they share: how calls are limited, retried and rejected. */
@NullMarked
package social.roost.driver;

import org.jspecify.annotations.NullMarked;
