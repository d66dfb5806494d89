/** SQL databases, whichever technology: transactions, migrations, batches of ids. */
@NullMarked
package social.roost.driver.sql;

import org.jspecify.annotations.NullMarked;
