package social.roost.loadgen.micro;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import social.roost.http.EncodedJson;
import social.roost.http.JsonPage;

/** A page of 20 encoded tweets and their authors, as in the response of a home timeline. */
@State(Scope.Benchmark)
public class PageMicro {
    private static final JsonPage.Name DATA = new JsonPage.Name("data");
    private static final JsonPage.Name INCLUDES = new JsonPage.Name("includes");
    private static final JsonPage.Name USERS = new JsonPage.Name("users");
    private static final int TWEETS = 20;
    private static final int TWEET_BYTES = 430;
    private static final int AUTHOR_BYTES = 190;

    private final List<byte[]> tweets = Collections.nCopies(TWEETS, json(TWEET_BYTES));
    private final List<byte[]> authors = Collections.nCopies(TWEETS, json(AUTHOR_BYTES));

    @Benchmark
    public EncodedJson render() {
        JsonPage page = new JsonPage(TWEETS * (TWEET_BYTES + AUTHOR_BYTES + 2) + 320);
        page.open(DATA).array(tweets, Function.identity());
        page.open(INCLUDES)
                .object()
                .open(USERS)
                .array(authors, Function.identity())
                .closeObject();
        return page.meta(null, null).end();
    }

    private static byte[] json(int bytes) {
        return ("{\"content\":\"" + "x".repeat(bytes - 14) + "\"}").getBytes(StandardCharsets.US_ASCII);
    }
}
