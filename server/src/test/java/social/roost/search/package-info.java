@NullMarked
package social.roost.search;

import org.jspecify.annotations.NullMarked;
