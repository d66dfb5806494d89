package social.roost.timeline;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.ListId;
import social.roost.view.Entry;
import social.roost.view.Viewer;

/**
 * What a page is read of.
 *
 * @param skeleton the ids
 * @param shown whether a tweet belongs there, besides what the viewer does not get to see anyway
 * @param dropsRepetitions whether a retweet is left out that shows nothing new
 * @param list whose cursors these are; null for the home timeline, whose cursors the stream takes too
 */
record Timeline(
        Skeleton skeleton,
        Viewer viewer,
        Predicate<Entry> shown,
        boolean dropsRepetitions,
        @Nullable ListId list) {

    Place place(Optional<Cursor> cursor) {
        return Place.of(
                list == null ? cursor : cursor.map(tagged -> tagged.in(list).orElseThrow(Cursor::invalid)));
    }

    @Nullable
    Cursor cursor(@Nullable Place place) {
        if (place == null) {
            return null;
        }
        return list == null ? place.cursor() : place.cursor().of(list);
    }
}
