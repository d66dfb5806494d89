@NullMarked
package social.roost.driver.sql;

import org.jspecify.annotations.NullMarked;
