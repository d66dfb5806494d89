/** One thin client per technology, and what they have in common: how calls are limited, repeated and refused. */
@NullMarked
package social.roost.driver;

import org.jspecify.annotations.NullMarked;
