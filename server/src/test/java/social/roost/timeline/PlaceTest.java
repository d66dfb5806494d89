package social.roost.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import social.roost.base.Cursor;
import social.roost.base.Rejection;
import social.roost.timeline.Place.Newer;
import social.roost.timeline.Place.Older;

/** Cursors of timelines encode where a page starts (SPEC D1). */
class PlaceTest {
    @Test
    void withoutACursorAPageBeginsAtTheTop() {
        assertThat(Place.of(Optional.empty())).isEqualTo(new Older(Long.MAX_VALUE));
    }

    @Test
    void anOlderPlaceReadsBack() {
        assertThat(readBack(new Older(5))).isEqualTo(new Older(5));
    }

    @Test
    void aNewerPlaceReadsBackWithWhatWasSeen() {
        Newer place = (Newer) readBack(new Newer(5, new long[] {9, 7}));
        assertThat(place.after()).isEqualTo(5);
        assertThat(place.seen()).containsExactly(7, 9);
        assertThat(place.wasSeen(7)).isTrue();
        assertThat(place.wasSeen(8)).isFalse();
    }

    @Test
    void onlyWhatWasSeenAboveThePlaceIsListed() {
        assertThat(new Newer(5, new long[] {3, 5, 6}).seen()).containsExactly(6);
    }

    @Test
    void beyond400SeenThePlaceMovesUpSoThatNothingSeenComesAgain() {
        long[] seen = LongStream.rangeClosed(1, 1_000).map(i -> 10 * i).toArray();
        Newer place = (Newer) readBack(new Newer(5, seen));
        assertThat(place.seen()).hasSize(400).startsWith(6_010).endsWith(10_000);
        assertThat(place.after()).isEqualTo(6_000);
        assertThat(LongStream.of(seen)).allMatch(id -> id <= place.after() || place.wasSeen(id));
    }

    @Test
    void exactly400SeenAreAllListed() {
        Newer place = new Newer(5, LongStream.rangeClosed(6, 405).toArray());
        assertThat(place.seen()).hasSize(400);
        assertThat(place.after()).isEqualTo(5);
    }

    @Test
    void cursorsOfOtherListsAreRefused() {
        for (Cursor cursor : List.of(
                Cursor.of(0),
                Cursor.of(1),
                Cursor.of(0, 1, 2),
                Cursor.of(2, 1),
                Cursor.of(-1, 1),
                Cursor.of(1_700_000_000_000L, 5))) {
            assertThatThrownBy(() -> Place.of(Optional.of(cursor)))
                    .isInstanceOfSatisfying(Rejection.class, rejection -> {
                        assertThat(rejection.kind()).isEqualTo(Rejection.Kind.INVALID);
                        assertThat(rejection.field()).isEqualTo("cursor");
                    });
        }
    }

    private static Place readBack(Place place) {
        return Place.of(Cursor.decode(place.cursor().encode()));
    }
}
