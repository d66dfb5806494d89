package social.roost.search.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is searched of a link: its host, which is in its parent domains, and the words of its path. */
public final class Links {
    private static final String PROTOCOL_END = "://";
    private static final int MOST_TERMS = 40;
    private static final int MOST_WANTED = 16;

    private Links() {}

    /** By what a link is found: host, parent domains, and words of the path, in any order. */
    public static Set<String> terms(String url) {
        int host = host(url, 0, url.length());
        int path = path(url, host, url.length());
        String domain = domain(url.substring(host, path));
        Set<String> terms = new HashSet<>(domains(domain));
        terms.add(domain.substring(0, Math.max(0, domain.indexOf('.'))));
        for (Word word : TextAnalysis.words(url.substring(path))) {
            if (terms.size() < MOST_TERMS) {
                terms.add(word.exact());
            }
        }
        return terms;
    }

    /**
     * The terms that a link must have to be meant by part of one: {@code example.com}, {@code sub.example.com/a-path},
     * {@code path}.
     */
    public static Set<String> wanted(String part) {
        int host = host(part, 0, part.length());
        int path = path(part, host, part.length());
        String domain = domain(part.substring(host, path));
        Set<String> wanted = new HashSet<>();
        if (domain.contains(".")) {
            wanted.add(domain);
        } else {
            add(part.substring(host, path), wanted);
        }
        add(part.substring(path), wanted);
        return wanted;
    }

    private static void add(String text, Set<String> wanted) {
        for (Word word : TextAnalysis.words(text)) {
            if (wanted.size() < MOST_WANTED) {
                wanted.add(word.exact());
            }
        }
    }

    /** Every domain that the host is in, but for the one at the top. */
    private static List<String> domains(String host) {
        List<String> domains = new ArrayList<>();
        String domain = host;
        while (domain.indexOf('.') > 0) {
            domains.add(domain);
            domain = domain.substring(domain.indexOf('.') + 1);
        }
        return domains;
    }

    /** The host as it is compared. */
    static String domain(String host) {
        String normal = Normalization.word(host);
        return normal.startsWith("www.") && normal.indexOf('.', 4) > 0 ? normal.substring(4) : normal;
    }

    /** Where the host begins. */
    static int host(String text, int start, int end) {
        int protocol = text.indexOf(PROTOCOL_END, start);
        return protocol >= 0 && protocol + PROTOCOL_END.length() <= end ? protocol + PROTOCOL_END.length() : start;
    }

    /** Where the host ends. */
    static int path(String text, int host, int end) {
        int path = host;
        while (path < end && "/?#:".indexOf(text.charAt(path)) < 0) {
            path++;
        }
        return path;
    }
}
