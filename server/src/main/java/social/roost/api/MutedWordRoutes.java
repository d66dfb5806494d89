package social.roost.api;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.Timestamps;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.mute.MutedWord;
import social.roost.mute.MutedWord.Scope;
import social.roost.mute.MutedWords;

/** {@code /muted-words}: what a user does not want to read. */
public final class MutedWordRoutes {
    private static final String WORDS = "/api/roost/v1/muted-words";
    private static final long LONGEST_SECONDS = Duration.ofDays(365).toSeconds();

    private final MutedWords words;

    public MutedWordRoutes(MutedWords words) {
        this.words = words;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(WORDS, Access.LOGGED_IN, this::list),
                Route.post(WORDS, Access.LOGGED_IN, this::add),
                Route.delete(WORDS + "/{id}", Access.LOGGED_IN, this::remove));
    }

    private Response list(Request request) {
        return Response.data(
                200,
                words.list(request.caller().userId()).stream().map(WordJson::of).toList());
    }

    private Response add(Request request) {
        New added = request.json(New.class);
        MutedWord word = words.add(
                request.caller().userId(), added.checkedText(), added.isWhole(), added.in(), added.duration());
        return Response.data(201, WordJson.of(word));
    }

    private Response remove(Request request) {
        words.remove(request.caller().userId(), request.pathId(0, "muted word"));
        return Response.noContent();
    }

    private record New(
            @Nullable String text,
            @Nullable Boolean wholeWord,
            @Nullable String scope,
            @Nullable Long durationSeconds) {

        String checkedText() {
            if (text == null) {
                throw Rejection.invalid("text", "What to mute is missing.");
            }
            return text;
        }

        boolean isWhole() {
            return wholeWord == null || wholeWord;
        }

        Scope in() {
            return scope == null
                    ? Scope.EVERYWHERE
                    : Scope.of(scope).orElseThrow(() -> Rejection.invalid("scope", "Expected everywhere or home."));
        }

        @Nullable
        Duration duration() {
            if (durationSeconds == null) {
                return null;
            }
            if (durationSeconds < 1 || durationSeconds > LONGEST_SECONDS) {
                throw Rejection.invalid("duration_seconds", "A mute lasts 1 to " + LONGEST_SECONDS + " seconds.");
            }
            return Duration.ofSeconds(durationSeconds);
        }
    }

    /** @param mutedUntil null for a mute that does not expire */
    private record WordJson(
            String id,
            String text,
            boolean wholeWord,
            String scope,
            @Nullable String mutedUntil,
            String createdAt) {

        static WordJson of(MutedWord word) {
            return new WordJson(
                    Long.toString(word.id()),
                    word.text(),
                    word.wholeWord(),
                    word.scope().text(),
                    word.until() == MutedWord.FOR_EVER ? null : Timestamps.format(word.until()),
                    Timestamps.format(word.createdAt()));
        }
    }
}
