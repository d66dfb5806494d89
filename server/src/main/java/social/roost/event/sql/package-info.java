@NullMarked
package social.roost.event.sql;

import org.jspecify.annotations.NullMarked;
