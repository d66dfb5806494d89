package social.roost.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import social.roost.http.EncodedJson;
import social.roost.http.Json;
import social.roost.http.JsonPage;
import social.roost.search.names.Completion;
import social.roost.search.names.HashtagUse;
import social.roost.user.Profile;

/** Completions as a complete response: {@code {"data": [{"type": "user", "user": {...}}, {"type": "hashtag", ...}]}} */
final class CompletionJson {
    private static final byte[] USER = "{\"type\":\"user\",\"user\":".getBytes(StandardCharsets.UTF_8);
    private static final int BYTES = 512;

    private CompletionJson() {}

    static EncodedJson list(List<Completion> completions) {
        JsonPage page = new JsonPage(BYTES * completions.size() + 16).open(Members.DATA);
        return page.array(completions, CompletionJson::encode).end();
    }

    private static byte[] encode(Completion completion) {
        return switch (completion) {
            case Completion.OfUser(Profile profile) -> user(profile);
            case Completion.OfHashtag(HashtagUse use) -> Json.encode(new TagJson("hashtag", use.form(), use.tweets()));
        };
    }

    private static byte[] user(Profile profile) {
        byte[] user = UserJson.ENCODING.of(profile);
        byte[] json = Arrays.copyOf(USER, USER.length + user.length + 1);
        System.arraycopy(user, 0, json, USER.length, user.length);
        json[json.length - 1] = '}';
        return json;
    }

    private record TagJson(String type, String tag, long tweetsCount) {}
}
