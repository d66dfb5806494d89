@NullMarked
package social.roost.ranking.memory;

import org.jspecify.annotations.NullMarked;
