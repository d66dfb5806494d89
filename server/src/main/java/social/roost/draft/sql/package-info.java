/** Scheduled tweets and drafts in SQL. */
@NullMarked
package social.roost.draft.sql;

import org.jspecify.annotations.NullMarked;
