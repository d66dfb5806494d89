/** The demo world: its users, what they say, and their pictures, which are drawn when they are needed. */
@NullMarked
package social.roost.demo;

import org.jspecify.annotations.NullMarked;
