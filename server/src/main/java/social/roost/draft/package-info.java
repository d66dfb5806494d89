/** Tweets that are not posted yet: scheduled ones, and drafts. */
@NullMarked
package social.roost.draft;

import org.jspecify.annotations.NullMarked;
