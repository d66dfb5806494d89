@NullMarked
package social.roost;

import org.jspecify.annotations.NullMarked;
