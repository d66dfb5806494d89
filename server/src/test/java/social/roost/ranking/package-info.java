@NullMarked
package social.roost.ranking;

import org.jspecify.annotations.NullMarked;
