/** PostgreSQL over connection pools, each call with a deadline. */
@NullMarked
package social.roost.driver.postgres;

import org.jspecify.annotations.NullMarked;
