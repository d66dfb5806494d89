package social.roost.search.query;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;
import social.roost.search.query.Scanner.Part;
import social.roost.search.text.Languages;

/** The operators of the query language: {@code from:alice} and so on. */
final class Operators {
    private static final Set<String> NAMES =
            Set.of("from", "to", "since", "until", "has", "min_likes", "lang", "is", "conversation", "url", "filter");
    private static final Map<String, String> HAS = Map.of(
            "media", Attributes.MEDIA,
            "images", Attributes.IMAGES,
            "video", Attributes.VIDEO,
            "links", Attributes.LINKS);
    private static final Map<String, String> IS = Map.of("reply", Attributes.REPLY, "quote", Attributes.QUOTE);
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9_]{1,50}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*");

    private final Asker asker;
    private final Complaint complaint;

    interface Complaint {
        void about(String code, String text, Part part);
    }

    Operators(Asker asker, Complaint complaint) {
        this.asker = asker;
        this.complaint = complaint;
    }

    boolean knows(String name) {
        return NAMES.contains(name);
    }

    /** Null if it has no effect. An operator that is not known is a word. */
    @Nullable
    Condition read(Part part) {
        if (!knows(part.operator())) {
            return unknown(part);
        }
        String value = part.value().strip();
        if (value.isEmpty()) {
            complaint.about("empty_value", part.operator() + ": needs a value.", part);
            return null;
        }
        return switch (part.operator()) {
            case "from", "to" -> user(part, value);
            case "since", "until" -> date(part, value);
            case "has" -> oneOf(HAS, part, value);
            case "is" -> oneOf(IS, part, value);
            case "min_likes" -> likes(part, value);
            case "lang" -> language(part, value);
            case "conversation" -> conversation(part, value);
            case "url" -> link(part, value);
            default -> follows(part, value);
        };
    }

    private @Nullable Condition unknown(Part part) {
        if (!part.value().isEmpty() && part.operator().length() > 2) {
            complaint.about(
                    "unknown_operator", part.operator() + " is not an operator; it is searched as words.", part);
        }
        return QueryText.words(part.operator() + " " + part.value(), false);
    }

    /** A user who does not exist has no tweets. */
    private @Nullable Condition user(Part part, String value) {
        String name = value.startsWith("@") || value.startsWith("\uFF20") ? value.substring(1) : value;
        if (name.isBlank()) {
            complaint.about("empty_value", part.operator() + ": needs a username.", part);
            return null;
        }
        OptionalLong id = name.equalsIgnoreCase("me") && asker.ownId() != 0
                ? OptionalLong.of(asker.ownId())
                : USERNAME.matcher(name).matches() ? asker.userId(name) : OptionalLong.empty();
        if (id.isEmpty()) {
            complaint.about("unknown_user", "There is no user @" + name + ".", part);
            return new Condition.Has(Set.of());
        }
        boolean from = part.operator().equals("from");
        return Condition.Has.attribute(from ? Attributes.from(id.getAsLong()) : Attributes.to(id.getAsLong()));
    }

    private @Nullable Condition date(Part part, String value) {
        OptionalLong bound = Dates.lowestId(value, asker.zone());
        if (bound.isEmpty()) {
            complaint.about(
                    "invalid_date",
                    part.operator() + ": needs a date such as 2026-01-31, or a time such as 2026-01-31T12:00:00Z.",
                    part);
            return null;
        }
        long id = bound.getAsLong();
        return part.operator().equals("since") ? new Condition.Posted(id, Long.MAX_VALUE) : new Condition.Posted(0, id);
    }

    private @Nullable Condition oneOf(Map<String, String> attributes, Part part, String value) {
        String attribute = attributes.get(value.toLowerCase(Locale.ROOT));
        if (attribute == null) {
            String known = attributes.keySet().stream().sorted().collect(Collectors.joining(", "));
            complaint.about("invalid_value", part.operator() + ": needs one of " + known + ".", part);
            return null;
        }
        return Condition.Has.attribute(attribute);
    }

    private @Nullable Condition likes(Part part, String value) {
        if (!NUMBER.matcher(value).matches()) {
            complaint.about("invalid_value", "min_likes: needs a number.", part);
            return null;
        }
        return new Condition.Liked(Long.parseLong(value));
    }

    private @Nullable Condition language(Part part, String value) {
        if (!LANGUAGE.matcher(value).matches()) {
            complaint.about("invalid_value", "lang: needs a language such as en or ja.", part);
            return null;
        }
        return Condition.Has.attribute(Attributes.language(Languages.primary(value)));
    }

    private @Nullable Condition conversation(Part part, String value) {
        OptionalLong id = Ids.parse(value);
        if (id.isEmpty()) {
            complaint.about("invalid_value", "conversation: needs the id of a conversation.", part);
            return null;
        }
        return Condition.Has.attribute(Attributes.conversation(id.getAsLong()));
    }

    private @Nullable Condition link(Part part, String value) {
        List<Condition> link = QueryText.link(value);
        if (link.isEmpty()) {
            complaint.about("invalid_value", "url: needs a host or words of an address.", part);
            return null;
        }
        return new Condition.All(link);
    }

    private @Nullable Condition follows(Part part, String value) {
        if (!value.equalsIgnoreCase("follows")) {
            complaint.about("invalid_value", "filter: needs follows.", part);
            return null;
        }
        if (asker.ownId() == 0) {
            complaint.about("login_required", "filter:follows has no effect until you log in.", part);
            return null;
        }
        return new Condition.Has(
                asker.followees().stream().map(Attributes::from).collect(Collectors.toSet()));
    }
}
