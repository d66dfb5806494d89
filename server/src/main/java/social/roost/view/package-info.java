/** Turns ids into complete pages for a reader; loads in batches. */
@NullMarked
package social.roost.view;

import org.jspecify.annotations.NullMarked;
