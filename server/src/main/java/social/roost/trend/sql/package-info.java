/** What users and operators chose about trends, in a relational database. */
@NullMarked
package social.roost.trend.sql;

import org.jspecify.annotations.NullMarked;
