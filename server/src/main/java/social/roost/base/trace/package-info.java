/** What a thread is busy with, and the steps of it that are recorded as a trace. */
@NullMarked
package social.roost.base.trace;

import org.jspecify.annotations.NullMarked;
