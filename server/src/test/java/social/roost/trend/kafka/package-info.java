@NullMarked
package social.roost.trend.kafka;

import org.jspecify.annotations.NullMarked;
