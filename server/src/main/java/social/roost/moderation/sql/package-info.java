/** Reports, cases and the audit log in SQL. */
@NullMarked
package social.roost.moderation.sql;

import org.jspecify.annotations.NullMarked;
