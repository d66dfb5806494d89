package social.roost.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import social.roost.tweet.Labels;
import social.roost.tweet.Poll;
import social.roost.tweet.PostTweet.Draft;
import social.roost.tweet.ReplyRule;
import social.roost.tweet.Visibility;

/** What counts as the same request under an idempotency key. */
class DraftKeyTest {
    private static final Map<Class<?>, Object> VALUES = Map.of(
            String.class,
            "1",
            Long.class,
            1L,
            Visibility.class,
            Visibility.PUBLIC,
            List.class,
            List.of(1L),
            Labels.class,
            new Labels(true, null, null, ReplyRule.MENTIONED),
            Poll.Draft.class,
            new Poll.Draft(List.of("a", "b"), 300L));

    /** For fields that are never null. */
    private static final Map<Class<?>, Object> NONE = Map.of(List.class, List.of(), Labels.class, Labels.NONE);

    /** Fails for a field that the comparison leaves out, also for one that is added later. */
    @Test
    void everyFieldOfADraftTellsRequestsApart() throws Exception {
        RecordComponent[] fields = Draft.class.getRecordComponents();
        List<String> requests = new ArrayList<>();
        requests.add(request(draft(fields, -1)));
        for (int i = 0; i < fields.length; i++) {
            requests.add(request(draft(fields, i)));
        }
        assertThat(requests).doesNotHaveDuplicates().hasSize(fields.length + 1);
    }

    /** CASES A-02b. */
    @Test
    void theSameTextInAnotherNormalFormIsTheSameRequest() {
        assertThat(request(Draft.of("cafe\u0301"))).isEqualTo(request(Draft.of("caf\u00E9")));
        assertThat(request(Draft.of("cafe"))).isNotEqualTo(request(Draft.of("caf\u00E9")));
    }

    private static String request(Draft draft) {
        return PostRoutes.key("key", draft.normalized()).request();
    }

    private static Draft draft(RecordComponent[] fields, int given) throws Exception {
        @Nullable
        Object[] values =
                Arrays.stream(fields).map(field -> NONE.get(field.getType())).toArray();
        if (given >= 0) {
            values[given] = value(fields[given]);
        }
        Class<?>[] types = Arrays.stream(fields).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return Draft.class.getDeclaredConstructor(types).newInstance(values);
    }

    private static Object value(RecordComponent field) {
        return Objects.requireNonNull(VALUES.get(field.getType()), () -> "VALUES has none for " + field);
    }
}
