/** What the parts of the hot paths cost by themselves, measured with JMH. */
@NullMarked
package social.roost.loadgen.micro;

import org.jspecify.annotations.NullMarked;
