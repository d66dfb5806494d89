package social.roost.loadgen.micro;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import social.roost.tweet.text.ParsedText;
import social.roost.tweet.text.TweetText;

/** Parsing a tweet's text before it is stored. */
@State(Scope.Benchmark)
public class TextMicro {
    private final String plain = "the quick heron waits by still water while reeds lean and light moves over"
            + " stones as morning opens slowly above a small grey town";
    private final String rich = "@heron and @reed_1 waited by the #water: https://example.org/morning/light?over=stones"
            + " #grau \u65E5\u672C\u8A9E $TWTR \uD83C\uDF05 see example.com";

    @Benchmark
    public ParsedText plain() {
        return TweetText.parse(plain);
    }

    @Benchmark
    public ParsedText withEntities() {
        return TweetText.parse(rich);
    }
}
