package social.roost.api;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import social.roost.base.Timestamps;
import social.roost.http.Json;
import social.roost.tweet.PollView;

/** The JSON of a {@code poll}, as one viewer sees it. */
record PollJson(
        String id,
        List<OptionJson> options,
        long votersCount,
        String endsAt,
        boolean ended,
        @Nullable Integer ownChoice) {

    static PollJson of(PollView view) {
        List<String> texts = view.poll().options();
        return new PollJson(
                Long.toString(view.id()),
                IntStream.range(0, texts.size())
                        .mapToObj(
                                i -> new OptionJson(texts.get(i), view.showsResults() ? (Long) view.votesFor(i) : null))
                        .toList(),
                view.voters(),
                Timestamps.format(view.poll().endsAt()),
                view.hasEnded(),
                view.ownChoice());
    }

    static byte[] encode(PollView view) {
        return Json.encode(of(view));
    }

    /** @param votesCount null if the viewer may not know it yet */
    record OptionJson(String text, @Nullable Long votesCount) {}
}
