package social.roost.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.roost.http.Exchange;
import social.roost.http.LinkPreview;
import social.roost.http.LinkPreviews;
import social.roost.http.PublicReads;

/** Previews of profiles and tweets, from what the API shows visitors of them. */
public final class PagePreviews implements LinkPreviews {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Pattern PROFILE = Pattern.compile("/@(\\w{1,50})/?");
    private static final Pattern TWEET = Pattern.compile("/tweet/(\\d{1,19})/?");

    private final PublicReads reads;

    public PagePreviews(PublicReads reads) {
        this.reads = reads;
    }

    @Override
    public @Nullable CompletableFuture<Optional<LinkPreview>> of(Exchange exchange) {
        Matcher profile = PROFILE.matcher(exchange.path());
        if (profile.matches()) {
            return read(exchange, "/api/roost/v1/users/by/username/" + profile.group(1), PagePreviews::profile);
        }
        Matcher tweet = TWEET.matcher(exchange.path());
        return tweet.matches() ? read(exchange, "/api/roost/v1/tweets/" + tweet.group(1), PagePreviews::tweet) : null;
    }

    private CompletableFuture<Optional<LinkPreview>> read(
            Exchange exchange, String path, Function<JsonNode, Optional<LinkPreview>> preview) {
        return reads.read(exchange, path)
                .thenApply(body -> body.map(PagePreviews::parse).flatMap(preview));
    }

    private static JsonNode parse(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<LinkPreview> profile(JsonNode answer) {
        JsonNode user = answer.path("data");
        String bio = user.path("bio").asText();
        String about = bio.isEmpty() ? "@" + user.path("username").asText() + " on Roost" : bio;
        return Optional.of(new LinkPreview("profile", name(user), about, image(user)));
    }

    /** None for a retweet, which has no text. */
    private static Optional<LinkPreview> tweet(JsonNode answer) {
        JsonNode tweet = answer.path("data");
        String content = tweet.path("content").asText();
        return content.isEmpty()
                ? Optional.empty()
                : answer.at("/includes/users")
                        .valueStream()
                        .filter(user -> user.path("id").equals(tweet.path("author_id")))
                        .findFirst()
                        .map(author -> new LinkPreview("article", name(author), content, image(author)));
    }

    private static String name(JsonNode user) {
        return user.path("display_name").asText() + " (@"
                + user.path("username").asText() + ")";
    }

    private static @Nullable String image(JsonNode user) {
        JsonNode sizes = user.path("avatar").path("sizes");
        return sizes.path(sizes.size() - 1).path("url").textValue();
    }
}
