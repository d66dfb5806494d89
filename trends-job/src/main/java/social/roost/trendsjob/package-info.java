/** Finds the trends of a cluster, as a job of Flink. */
@NullMarked
package social.roost.trendsjob;

import org.jspecify.annotations.NullMarked;
