package social.roost.search.query;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.search.query.Scanner.Kind;
import social.roost.search.query.Scanner.Part;
import social.roost.search.text.Word;

/**
 * Reads what people type. It understands every text somehow: what it does not understand as an operator is a word or has
 * no effect, and a {@link Warning} says so.
 *
 * <p>{@code OR} joins the parts beside it and binds more strongly than the space between parts, which means and.
 */
public final class QueryParser {
    public static final int MOST_CLAUSES = 32;

    private static final int MOST_NEARBY = 16;

    private final QueryText text;
    private final Operators operators;
    private final List<Warning> warnings = new ArrayList<>();
    private final List<Condition> wanted = new ArrayList<>();
    private final List<Condition> excluded = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private int wordClauses;

    private QueryParser(QueryText text, Asker asker) {
        this.text = text;
        operators = new Operators(asker, this::warn);
    }

    /** The query is null if there are more than {@link #MOST_CLAUSES} clauses. */
    public static ParsedQuery parse(String query, Asker asker) {
        String normal = Normalizer.normalize(visible(query), Normalizer.Form.NFC);
        List<Part> parts = Scanner.parts(normal);
        int clauses =
                (int) parts.stream().filter(part -> part.kind() != Kind.OR).count();
        if (clauses > MOST_CLAUSES || parts.size() - clauses > MOST_CLAUSES) {
            return new ParsedQuery(null, List.of(), Math.max(clauses, MOST_CLAUSES + 1));
        }
        QueryParser parser = new QueryParser(new QueryText(normal), asker);
        return parser.read(parts, clauses);
    }

    /** Without unpaired surrogates, which are no characters. */
    private static String visible(String query) {
        return query.codePoints()
                .map(codePoint -> Character.getType(codePoint) == Character.SURROGATE ? ' ' : codePoint)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private ParsedQuery read(List<Part> parts, int clauses) {
        int next = 0;
        while (next < parts.size()) {
            int end = next + 1;
            while (end + 1 < parts.size() && parts.get(end).kind() == Kind.OR) {
                end += 2;
            }
            group(parts.subList(next, end));
            next = end;
        }
        return new ParsedQuery(query(parts), warnings, clauses);
    }

    /** Alternatives with OR between them; mostly there is one part. */
    private void group(List<Part> parts) {
        List<Condition> alternatives = new ArrayList<>();
        for (int i = 0; i < parts.size(); i += 2) {
            Part part = parts.get(i);
            Condition condition = condition(part);
            if (condition == null) {
                continue;
            }
            if (!part.negated()) {
                alternatives.add(condition);
                near(part, condition, parts.size() == 1);
            } else {
                excluded.add(condition);
                if (parts.size() > 1) {
                    warn("or_with_not", "An excluded part cannot be an alternative: it is excluded always.", part);
                }
            }
        }
        if (parts.size() > 1 && text.hasBrackets()) {
            warn("no_groups", "Parentheses do not group. OR joins the parts beside it.", parts.getFirst());
        }
        if (!alternatives.isEmpty()) {
            wanted.add(alternatives.size() == 1 ? alternatives.getFirst() : new Condition.Any(alternatives));
        }
    }

    private void near(Part part, Condition condition, boolean alone) {
        if (alone
                && part.kind() == Kind.WORD
                && condition instanceof Condition.Words(List<Word> more, boolean _)
                && words.size() + more.size() <= MOST_NEARBY) {
            words.addAll(more);
            wordClauses++;
        }
    }

    private @Nullable Condition condition(Part part) {
        return switch (part.kind()) {
            case OR -> dangling(part);
            case PHRASE, OPEN_PHRASE -> {
                if (part.kind() == Kind.OPEN_PHRASE) {
                    warn("unclosed_quote", "A quotation mark is not closed: the phrase goes to the end.", part);
                }
                yield part.operator().isEmpty() ? QueryText.words(part.value(), true) : operators.read(part);
            }
            case WORD -> word(part);
        };
    }

    private @Nullable Condition word(Part part) {
        Condition entities = operators.knows(part.operator()) ? null : text.entities(part);
        if (entities != null) {
            return entities;
        }
        return part.operator().isEmpty() ? QueryText.words(part.value(), false) : operators.read(part);
    }

    private @Nullable Condition dangling(Part part) {
        warn("dangling_or", "OR needs a part on either side: it is searched as a word.", part);
        return QueryText.words(part.value(), false);
    }

    private @Nullable TweetQuery query(List<Part> parts) {
        if (wanted.isEmpty()) {
            int position = parts.isEmpty() ? 0 : text.position(parts.getFirst());
            warnings.add(
                    excluded.isEmpty()
                            ? new Warning("nothing_to_search", "Nothing here can be searched for.", position)
                            : new Warning(
                                    "only_negative",
                                    "Say also what to search for, not only what to exclude.",
                                    position));
            return null;
        }
        List<Condition> all = new ArrayList<>(wanted);
        excluded.forEach(condition -> all.add(new Condition.Not(condition)));
        Condition.Words nearby = wordClauses > 1 ? new Condition.Words(words, false) : null;
        return new TweetQuery(new Condition.All(all), nearby);
    }

    private void warn(String code, String message, Part part) {
        warnings.add(new Warning(code, message, text.position(part)));
    }
}
