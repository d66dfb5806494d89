@NullMarked
package social.roost.ranking.postgres;

import org.jspecify.annotations.NullMarked;
