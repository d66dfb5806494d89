@NullMarked
package social.roost.base;

import org.jspecify.annotations.NullMarked;
