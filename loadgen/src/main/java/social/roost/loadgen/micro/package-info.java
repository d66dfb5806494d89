/** The cost of parts of the hot paths, measured with JMH. */
@NullMarked
package social.roost.loadgen.micro;

import org.jspecify.annotations.NullMarked;
