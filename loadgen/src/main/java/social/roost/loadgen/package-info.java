/** Measures the server from outside: worlds, load, baselines and results. */
@NullMarked
package social.roost.loadgen;

import org.jspecify.annotations.NullMarked;
