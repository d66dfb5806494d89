package social.roost.timeline;

import java.util.function.Predicate;
import social.roost.view.Entry;
import social.roost.view.Viewer;

/**
 * What a page is read of.
 *
 * @param skeleton the ids
 * @param shown whether a tweet belongs there, besides what the viewer does not get to see anyway
 * @param dropsRepetitions whether a retweet is left out that shows nothing new
 */
record Timeline(Skeleton skeleton, Viewer viewer, Predicate<Entry> shown, boolean dropsRepetitions) {}
