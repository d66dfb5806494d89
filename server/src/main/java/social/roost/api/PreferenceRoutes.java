package social.roost.api;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.notification.NotificationStore;
import social.roost.notification.NotificationType;

/** {@code /users/me/preferences}: which notifications a user wants. */
public final class PreferenceRoutes {
    private static final String PATH = "/api/roost/v1/users/me/preferences";

    private final NotificationStore store;

    public PreferenceRoutes(NotificationStore store) {
        this.store = store;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(
                        PATH,
                        Access.LOGGED_IN,
                        request -> answer(request.caller().userId())),
                Route.patch(PATH, Access.LOGGED_IN, this::edit));
    }

    private Response edit(Request request) {
        long me = request.caller().userId();
        Wanted edit = request.json(Preferences.class).notifications();
        if (edit != null) {
            store.setWanted(me, edit.given());
        }
        return answer(me);
    }

    private Response answer(long userId) {
        return Response.data(200, new Preferences(Wanted.allBut(store.unwanted(userId))));
    }

    private record Preferences(@Nullable Wanted notifications) {}

    /** Whether the user wants notifications, by type; null leaves it unchanged. */
    private record Wanted(
            @Nullable Boolean mention,
            @Nullable Boolean reply,
            @Nullable Boolean like,
            @Nullable Boolean retweet,
            @Nullable Boolean quote,
            @Nullable Boolean follow) {

        static Wanted allBut(Set<NotificationType> unwanted) {
            return new Wanted(
                    !unwanted.contains(NotificationType.MENTION),
                    !unwanted.contains(NotificationType.REPLY),
                    !unwanted.contains(NotificationType.LIKE),
                    !unwanted.contains(NotificationType.RETWEET),
                    !unwanted.contains(NotificationType.QUOTE),
                    !unwanted.contains(NotificationType.FOLLOW));
        }

        Map<NotificationType, Boolean> given() {
            Map<NotificationType, Boolean> given = new EnumMap<>(NotificationType.class);
            for (NotificationType type : NotificationType.values()) {
                Boolean wanted = of(type);
                if (wanted != null) {
                    given.put(type, wanted);
                }
            }
            return given;
        }

        private @Nullable Boolean of(NotificationType type) {
            return switch (type) {
                case MENTION -> mention;
                case REPLY -> reply;
                case LIKE -> like;
                case RETWEET -> retweet;
                case QUOTE -> quote;
                case FOLLOW -> follow;
            };
        }
    }
}
