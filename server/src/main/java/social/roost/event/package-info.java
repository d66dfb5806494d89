/** The sealed {@link social.roost.event.Event}, and the log that delivers events to consumer groups. */
@NullMarked
package social.roost.event;

import org.jspecify.annotations.NullMarked;
