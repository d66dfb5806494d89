package social.roost.api;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.message.ContactStore;
import social.roost.message.MessagePreferences;
import social.roost.message.MessagePreferences.From;
import social.roost.notification.NotificationStore;
import social.roost.notification.NotificationType;
import social.roost.push.PushStore;
import social.roost.ranking.HomeChoice;
import social.roost.ranking.HomeChoices;
import social.roost.ranking.Order;

/** {@code /users/me/preferences}: which notifications a user wants, whose messages, which pushes, and which home timeline. */
public final class PreferenceRoutes {
    private static final String PATH = "/api/roost/v1/users/me/preferences";

    private final NotificationStore store;
    private final ContactStore contacts;
    private final HomeChoices homes;
    private final PushStore pushes;

    public PreferenceRoutes(NotificationStore store, ContactStore contacts, HomeChoices homes, PushStore pushes) {
        this.store = store;
        this.contacts = contacts;
        this.homes = homes;
        this.pushes = pushes;
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
        Preferences edit = request.json(Preferences.class);
        if (edit.messages() != null) {
            MessageChoices choices = edit.messages();
            contacts.editPreferences(me, choices::edited);
        }
        if (edit.push() != null) {
            PushPreferencesJson push = edit.push();
            pushes.editPreferences(me, push::edited);
        }
        if (edit.home() != null) {
            homes.choose(me, edit.home().edited(homes.of(me)));
        }
        if (edit.notifications() != null) {
            store.setWanted(me, edit.notifications().given());
        }
        return answer(me);
    }

    private Response answer(long userId) {
        return Response.data(
                200,
                new Preferences(
                        Wanted.allBut(store.unwanted(userId)),
                        MessageChoices.of(contacts.preferences(userId)),
                        HomeJson.of(homes.of(userId)),
                        PushPreferencesJson.of(pushes.preferences(userId))));
    }

    private record Preferences(
            @Nullable Wanted notifications,
            @Nullable MessageChoices messages,
            @Nullable HomeJson home,
            @Nullable PushPreferencesJson push) {}

    /** Which home timeline the user wants; null leaves it unchanged. */
    private record HomeJson(
            @Nullable String order, @Nullable Boolean rememberSeen) {

        static HomeJson of(HomeChoice choice) {
            return new HomeJson(choice.order().text(), choice.remembersSeen());
        }

        HomeChoice edited(HomeChoice before) {
            return new HomeChoice(
                    order == null ? before.order() : orderOf(order),
                    rememberSeen == null ? before.remembersSeen() : rememberSeen);
        }

        private static Order orderOf(String text) {
            return Order.of(text).orElseThrow(() -> Rejection.invalid("home.order", "Expected latest, top or hybrid."));
        }
    }

    /** How the user wants to be written to; null leaves it unchanged. */
    private record MessageChoices(
            @Nullable String from, @Nullable Boolean readReceipts) {

        static MessageChoices of(MessagePreferences preferences) {
            return new MessageChoices(preferences.from().text(), preferences.readReceipts());
        }

        MessagePreferences edited(MessagePreferences before) {
            return new MessagePreferences(
                    from == null ? before.from() : whose(from),
                    readReceipts == null ? before.readReceipts() : readReceipts);
        }

        private static From whose(String text) {
            return From.of(text)
                    .orElseThrow(() -> Rejection.invalid("messages.from", "Expected everyone, followees or nobody."));
        }
    }

    /** Whether the user wants notifications, by type; null leaves it unchanged. */
    private record Wanted(
            @Nullable Boolean mention,
            @Nullable Boolean reply,
            @Nullable Boolean like,
            @Nullable Boolean retweet,
            @Nullable Boolean quote,
            @Nullable Boolean follow,
            @Nullable Boolean tweet,
            @Nullable Boolean pollEnded,
            @Nullable Boolean edit) {

        static Wanted allBut(Set<NotificationType> unwanted) {
            return new Wanted(
                    !unwanted.contains(NotificationType.MENTION),
                    !unwanted.contains(NotificationType.REPLY),
                    !unwanted.contains(NotificationType.LIKE),
                    !unwanted.contains(NotificationType.RETWEET),
                    !unwanted.contains(NotificationType.QUOTE),
                    !unwanted.contains(NotificationType.FOLLOW),
                    !unwanted.contains(NotificationType.TWEET),
                    !unwanted.contains(NotificationType.POLL_ENDED),
                    !unwanted.contains(NotificationType.EDIT));
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
                case TWEET -> tweet;
                case POLL_ENDED -> pollEnded;
                case EDIT -> edit;
            };
        }
    }
}
