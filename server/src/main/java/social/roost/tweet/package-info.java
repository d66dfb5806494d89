@NullMarked
package social.roost.tweet;

import org.jspecify.annotations.NullMarked;
