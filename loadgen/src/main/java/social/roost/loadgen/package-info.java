/** Measures the server from outside: worlds, load, baselines and what they gave. */
@NullMarked
package social.roost.loadgen;

import org.jspecify.annotations.NullMarked;
