@NullMarked
package social.roost.cli;

import org.jspecify.annotations.NullMarked;
