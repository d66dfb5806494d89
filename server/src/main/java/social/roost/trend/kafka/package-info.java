/** The topics of the job that finds the trends of a cluster. */
@NullMarked
package social.roost.trend.kafka;

import org.jspecify.annotations.NullMarked;
