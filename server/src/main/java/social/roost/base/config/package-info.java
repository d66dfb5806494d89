/** Settings as records: a default and a description on each component, bound from a file, the environment and flags. */
@NullMarked
package social.roost.base.config;

import org.jspecify.annotations.NullMarked;
