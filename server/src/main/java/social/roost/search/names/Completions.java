package social.roost.search.names;

import java.util.List;
import java.util.stream.Stream;

/**
 * Completes what somebody types: users and hashtags, or only those that the sign at its beginning is for. Users come
 * first.
 */
public final class Completions {
    public static final int MOST = 20;

    private final UserSearch users;
    private final Hashtags hashtags;

    public Completions(UserSearch users, Hashtags hashtags) {
        this.users = users;
        this.hashtags = hashtags;
    }

    /**
     * Completes a text.
     *
     * @param viewerId 0 for a viewer who is not logged in
     * @param limit more than {@link #MOST} has no effect
     */
    public List<Completion> of(long viewerId, String typed, int limit) {
        int most = Math.min(limit, MOST);
        return switch (sign(typed.strip())) {
            case '@' -> users(viewerId, typed, most).toList();
            case '#' -> hashtags(typed, most).toList();
            default -> both(viewerId, typed, most);
        };
    }

    private static int sign(String text) {
        return text.isEmpty()
                ? ' '
                : switch (text.charAt(0)) {
                    case '@', '\uFF20' -> '@';
                    case '#', '\uFF03' -> '#';
                    default -> ' ';
                };
    }

    /** Two thirds are users, unless there are too few of one kind. */
    private List<Completion> both(long viewerId, String typed, int most) {
        List<Completion> tags = hashtags(typed, most).toList();
        int tagsShown = Math.min(tags.size(), most / 3);
        List<Completion> found = users(viewerId, typed, most - tagsShown).toList();
        return Stream.concat(found.stream(), tags.stream().limit(most - found.size()))
                .toList();
    }

    private Stream<Completion> users(long viewerId, String typed, int most) {
        return users.suggest(viewerId, typed, most).stream().map(Completion.OfUser::new);
    }

    private Stream<Completion> hashtags(String typed, int most) {
        return hashtags.suggest(typed, most).stream().map(Completion.OfHashtag::new);
    }
}
