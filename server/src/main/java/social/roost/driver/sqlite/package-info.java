@NullMarked
package social.roost.driver.sqlite;

import org.jspecify.annotations.NullMarked;
