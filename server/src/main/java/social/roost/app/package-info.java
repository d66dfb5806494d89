/** Assembles the parts: the only package that knows all others. */
@NullMarked
package social.roost.app;

import org.jspecify.annotations.NullMarked;
