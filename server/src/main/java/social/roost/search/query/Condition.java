package social.roost.search.query;

import java.util.List;
import java.util.Set;
import social.roost.search.text.Word;

/** What a tweet must fulfil to be found. */
public sealed interface Condition {

    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    record Not(Condition condition) implements Condition {}

    /**
     * The text has these words one after another; mostly it is one word.
     *
     * @param quoted whether plurals count as other words
     */
    record Words(List<Word> words, boolean quoted) implements Condition {
        public Words {
            words = List.copyOf(words);
        }
    }

    /** The tweet has one of these attributes, see {@link Attributes}. With an empty set, no tweet matches. */
    record Has(Set<String> oneOf) implements Condition {
        public Has {
            oneOf = Set.copyOf(oneOf);
        }

        public static Has attribute(String attribute) {
            return new Has(Set.of(attribute));
        }
    }

    /**
     * The tweet's id is in this range, which is a range of time.
     *
     * @param from the lowest id
     * @param below the lowest id after it
     */
    record Posted(long from, long below) implements Condition {}

    /** The tweet has at least this many likes. An index knows the number only roughly. */
    record Liked(long least) implements Condition {}
}
