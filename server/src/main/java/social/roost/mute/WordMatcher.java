package social.roost.mute;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import social.roost.search.text.FoldedText;

/**
 * Finds any of a user's muted words in a text, in one pass whatever their number (Aho and Corasick). Immutable.
 *
 * <p>The words form a tree of their characters, in arrays: the nodes are in the order of their depth, so that the
 * children of a node are next to each other, in the order of their characters. Where a text leaves the tree, it continues
 * at the node of the longest end of what was read ({@link #shorter}).
 */
final class WordMatcher {
    static final WordMatcher OF_NOTHING = new WordMatcher(List.of());

    private static final int ROOT = 0;
    private static final int NO_WORD = -1;
    private static final int ENTRY_BYTES = 100;
    private static final int FIXED_BYTES = 300;
    private static final int BYTES_OF_WORD = 150;
    private static final int BYTES_OF_NODE = 18;

    private final MutedWord[] words;
    private final String[] keys;
    private final char[] characters;
    private final int[] children;
    private final int[] wordOf;
    private final int[] shorter;
    private final int[] endingIn;
    private final int nodes;

    /** @param muted at most one for each key */
    WordMatcher(List<MutedWord> muted) {
        Map<String, MutedWord> sorted = new TreeMap<>();
        muted.forEach(word -> sorted.put(word.key(), word));
        keys = sorted.keySet().toArray(String[]::new);
        words = sorted.values().toArray(MutedWord[]::new);
        int most = 1 + Arrays.stream(keys).mapToInt(String::length).sum();
        characters = new char[most];
        children = new int[most + 1];
        wordOf = new int[most];
        shorter = new int[most];
        endingIn = new int[most];
        nodes = grow();
    }

    /** Children of the nodes so far, until there are no more. */
    private int grow() {
        ArrayDeque<Range> ranges = new ArrayDeque<>();
        ranges.add(new Range(0, keys.length, 0, ROOT));
        int count = 1;
        for (int node = 0; !ranges.isEmpty(); node++) {
            Range range = ranges.remove();
            link(node, range);
            children[node] = count;
            int from = range.from;
            boolean isWord = from < range.to && keys[from].length() == range.depth;
            wordOf[node] = isWord && range.depth > 0 ? from : NO_WORD;
            from += isWord ? 1 : 0;
            while (from < range.to) {
                int to = range.endOfSame(keys, from);
                characters[count++] = keys[from].charAt(range.depth);
                ranges.add(new Range(from, to, range.depth + 1, node));
                from = to;
            }
        }
        children[count] = count;
        for (int node = 1; node < count; node++) {
            int end = shorter[node];
            endingIn[node] = wordOf[end] != NO_WORD ? end : endingIn[end];
        }
        return count;
    }

    /** The nodes above are complete. */
    private void link(int node, Range range) {
        if (range.depth > 1) {
            shorter[node] = next(shorter[range.parent], characters[node]);
        }
    }

    /** The words with a common beginning: those from one place to another begin with the characters of a node. */
    private record Range(int from, int to, int depth, int parent) {
        int endOfSame(String[] keys, int first) {
            int end = first + 1;
            while (end < to && keys[end].charAt(depth) == keys[first].charAt(depth)) {
                end++;
            }
            return end;
        }
    }

    private int next(int node, char character) {
        int from = node;
        int child = child(from, character);
        while (child < 0 && from != ROOT) {
            from = shorter[from];
            child = child(from, character);
        }
        return child < 0 ? ROOT : child;
    }

    private int child(int node, char character) {
        return Arrays.binarySearch(characters, children[node], children[node + 1], character);
    }

    /**
     * Whether a text contains a muted word.
     *
     * @param counts whether a word is muted here and now
     */
    boolean matches(String text, Predicate<MutedWord> counts) {
        if (words.length == 0) {
            return false;
        }
        FoldedText folded = FoldedText.of(text);
        String characters = folded.text();
        int node = ROOT;
        for (int i = 0; i < characters.length(); i++) {
            node = next(node, characters.charAt(i));
            for (int end = wordOf[node] == NO_WORD ? endingIn[node] : node; end != ROOT; end = endingIn[end]) {
                int word = wordOf[end];
                if (counts.test(words[word]) && isThere(word, folded, i + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isThere(int word, FoldedText text, int end) {
        if (!words[word].wholeWord()) {
            return true;
        }
        String key = keys[word];
        return text.isEdge(end - key.length()) && (key.startsWith("#") ? text.isEndOfTag(end) : text.isEdge(end));
    }

    boolean isEmpty() {
        return words.length == 0;
    }

    int bytes() {
        if (isEmpty()) {
            return ENTRY_BYTES;
        }
        int characters =
                Arrays.stream(words).mapToInt(word -> word.text().length()).sum();
        return FIXED_BYTES + BYTES_OF_WORD * words.length + 4 * characters + BYTES_OF_NODE * nodes;
    }
}
