package social.roost.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FirstRepliesTest {
    private final Map<Long, long[]> stored = new HashMap<>(Map.of(7L, new long[] {10, 11, 12, 13}));
    private final List<String> loads = new ArrayList<>();
    private final FirstReplies first = new FirstReplies(ids -> {
        loads.add(Arrays.toString(ids));
        Map<Long, long[]> found = new HashMap<>(stored);
        found.keySet().retainAll(Arrays.stream(ids).boxed().toList());
        return found;
    });

    @Test
    void theyAreLoadedOnceForAllReaders() {
        assertThat(first.to(List.of(tweet(7, 9)), 4).get(7L)).containsExactly(10, 11, 12, 13);
        assertThat(first.to(List.of(tweet(7, 9)), 3).get(7L)).containsExactly(10, 11, 12);
        assertThat(loads).containsExactly("[7]");
    }

    @Test
    void aReplyAppearsAsSoonAsItIsCounted() {
        stored.put(8L, new long[] {20});
        assertThat(first.to(List.of(tweet(7, 9), tweet(8, 1)), 4).get(8L)).containsExactly(20);
        stored.put(8L, new long[] {20, 21});
        assertThat(first.to(List.of(tweet(7, 9), tweet(8, 2)), 4).get(8L)).containsExactly(20, 21);
        assertThat(loads).containsExactly("[7, 8]", "[8]");
    }

    @Test
    void aTweetWhoseRepliesAreGoneHasNone() {
        assertThat(first.to(List.of(tweet(9, 1)), 4).get(9L)).isEmpty();
    }

    private static Reply tweet(long id, long replies) {
        return new Reply(id, null, replies);
    }
}
