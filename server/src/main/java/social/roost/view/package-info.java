@NullMarked
package social.roost.view;

import org.jspecify.annotations.NullMarked;
