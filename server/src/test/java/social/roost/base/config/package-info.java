@NullMarked
package social.roost.base.config;

import org.jspecify.annotations.NullMarked;
