/** Identifies what a thread works on, and records its steps as a trace. */
@NullMarked
package social.roost.base.trace;

import org.jspecify.annotations.NullMarked;
