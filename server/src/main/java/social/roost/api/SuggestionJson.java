package social.roost.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import social.roost.graph.Suggestion;
import social.roost.http.EncodedJson;
import social.roost.http.Json;
import social.roost.http.JsonPage;
import social.roost.user.Profile;

/** The JSON of a {@code suggestion}. */
record SuggestionJson(String userId, String reason, List<String> followedBy, int followedByCount) {
    private static final int BYTES = 640;

    /** {@code {"data": [suggestions], "includes": {"users": [users]}}} */
    static EncodedJson list(List<Suggestion> suggestions) {
        Map<Long, Profile> users = LinkedHashMap.newLinkedHashMap(2 * suggestions.size());
        suggestions.stream()
                .flatMap(suggestion -> Stream.concat(Stream.of(suggestion.user()), suggestion.followedBy().stream()))
                .forEach(profile -> users.put(profile.user().id(), profile));
        return new JsonPage(BYTES * (suggestions.size() + users.size()))
                .open(Members.DATA)
                .array(suggestions, SuggestionJson::encode)
                .open(Members.INCLUDES)
                .object()
                .open(Members.USERS)
                .array(users.values(), UserJson.ENCODING::of)
                .closeObject()
                .end();
    }

    private static byte[] encode(Suggestion suggestion) {
        return Json.encode(new SuggestionJson(
                id(suggestion.user()),
                suggestion.reason().name().toLowerCase(Locale.ROOT),
                suggestion.followedBy().stream().map(SuggestionJson::id).toList(),
                suggestion.followedByCount()));
    }

    private static String id(Profile profile) {
        return Long.toString(profile.user().id());
    }
}
