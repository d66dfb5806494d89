package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import social.roost.app.MessageModel.Said;
import social.roost.app.MessageModel.Talk;
import social.roost.base.LongRun;
import social.roost.base.PageRequest;
import social.roost.base.Seed;
import social.roost.message.ConversationView;
import social.roost.message.Message;
import social.roost.message.MessagePreferences;
import social.roost.message.MessageView;
import social.roost.message.Messages.Draft;
import social.roost.message.Messaging;
import social.roost.user.NewAccount;
import social.roost.user.User;

/** Random histories of direct messages; after each step, every user sees what the {@link MessageModel} says. */
abstract class MessageModelContract {
    private static final int HISTORIES = LongRun.times(2, 10);
    private static final int STEPS = 60;
    private static final int USERS = 4;
    private static final PageRequest ALL = new PageRequest(Optional.empty(), 100);

    @RegisterExtension
    final Seed seed = new Seed();

    private final List<Long> users = new ArrayList<>();
    private MessageModel model = new MessageModel();
    private Random random = new Random();
    private int messages;

    /** A process with the stores; another one at each call, if several share them. */
    abstract Server server();

    /** The time now, later at each call. */
    abstract long later();

    @Test
    @Timeout(240)
    void everyUserSeesWhatTheModelSays() {
        for (int i = 0; i < HISTORIES; i++) {
            random = new Random(seed.value() + i);
            model = new MessageModel();
            users.clear();
            for (int j = 0; j < USERS; j++) {
                users.add(user());
            }
            for (int step = 0; step < STEPS; step++) {
                String done = step();
                users.forEach(user -> compare(user, done));
            }
        }
    }

    private long user() {
        Stores stores = server().stores();
        long id = stores.infrastructure().ids().next();
        String name = "m" + id;
        var _ = stores.users()
                .accounts()
                .create(new NewAccount(User.named(id, name, name), name + "@example.org", null));
        stores.messages()
                .contacts()
                .editPreferences(id, _ -> new MessagePreferences(MessagePreferences.From.EVERYONE, true));
        return id;
    }

    private Messaging messaging() {
        return server().features().messages.messaging;
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private String step() {
        long user = any(users);
        List<Talk> mine = model.of(user).toList();
        if (mine.isEmpty() || random.nextInt(10) == 0) {
            return open(user);
        }
        Talk talk = any(mine);
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> say(talk, user);
            case 4, 5 -> read(talk, user);
            case 6 -> hide(talk, user);
            case 7 -> delete(talk, user);
            case 8 -> clear(talk, user);
            case 9 -> accept(talk, user);
            case 10 -> mute(talk, user);
            default -> changeMember(talk, user);
        };
    }

    private String open(long user) {
        long now = later();
        List<Long> others = users.stream().filter(each -> each != user).toList();
        boolean pair = random.nextBoolean();
        List<Long> chosen = pair ? List.of(any(others)) : others.subList(0, 1 + random.nextInt(others.size()));
        long id = messaging()
                .conversations
                .open(user, chosen, pair ? null : "group")
                .conversation()
                .id();
        if (pair) {
            assertThat(model.pair(id, user, chosen.getFirst(), now).id).isEqualTo(id);
        } else {
            model.group(id, user, chosen, now);
        }
        return user + " opens " + id + " with " + chosen;
    }

    private String say(Talk talk, long user) {
        long now = later();
        String text = "message " + messages++;
        Message sent = messaging()
                .messages
                .send(user, talk.id, new Draft(text, "k" + messages, List.of(), null, null))
                .message();
        model.say(talk, user, text, now);
        assertThat(sent.seq()).isEqualTo(talk.lastSeq());
        return user + " says " + text + " in " + talk.id;
    }

    private String read(Talk talk, long user) {
        long seq = 1L + random.nextInt(talk.lastSeq() + 2);
        messaging().conversations.markRead(user, talk.id, seq);
        model.read(talk, user, seq);
        return user + " reads " + talk.id + " to " + seq;
    }

    private String hide(Talk talk, long user) {
        List<Said> visible = model.visible(talk, user);
        if (visible.isEmpty()) {
            return "nothing";
        }
        long seq = any(visible).seq;
        messaging().messages.deleteForMe(user, talk.id, seq);
        model.hide(talk, user, seq);
        return user + " hides " + seq + " in " + talk.id;
    }

    private String delete(Talk talk, long user) {
        List<Said> own = model.visible(talk, user).stream()
                .filter(said -> said.sender == user)
                .toList();
        if (own.isEmpty()) {
            return "nothing";
        }
        Said said = any(own);
        messaging().messages.deleteForEveryone(user, talk.id, said.seq);
        said.deleted = true;
        return user + " deletes " + said.seq + " in " + talk.id;
    }

    private String clear(Talk talk, long user) {
        messaging().conversations.delete(user, talk.id);
        model.clear(talk, user);
        return user + " clears " + talk.id;
    }

    private String accept(Talk talk, long user) {
        var _ = messaging().conversations.accept(user, talk.id);
        talk.member(user).accepted = true;
        return user + " accepts " + talk.id;
    }

    private String mute(Talk talk, long user) {
        boolean muted = random.nextBoolean();
        messaging().conversations.mute(user, talk.id, muted);
        talk.member(user).muted = muted;
        return user + " mutes " + talk.id + ": " + muted;
    }

    private String changeMember(Talk talk, long user) {
        if (talk.isPair) {
            return "nothing";
        }
        long other = any(users);
        boolean admin = talk.member(user).admin;
        if (talk.members.containsKey(other)) {
            if (other != user && !admin) {
                return "nothing";
            }
            messaging().conversations.removeMember(user, talk.id, other);
            model.leave(talk, other);
            return user + " removes " + other + " from " + talk.id;
        }
        if (!admin) {
            return "nothing";
        }
        long now = later();
        var _ = messaging().conversations.putMember(user, talk.id, other, null);
        var _ = model.join(talk, other, now);
        return user + " invites " + other + " to " + talk.id;
    }

    private void compare(long user, String done) {
        for (boolean accepted : new boolean[] {true, false}) {
            assertThat(messaging().conversationPages.read(user, accepted, ALL).items().stream()
                            .map(MessageModelContract::line)
                            .toList())
                    .as("%s; then the list of %d, accepted: %s", done, user, accepted)
                    .isEqualTo(model.list(user, accepted));
        }
        assertThat(messaging().conversationPages.unread(user))
                .as("%s; then the badge of %d", done, user)
                .isEqualTo((int) model.badge(user));
        model.of(user).forEach(talk -> {
            assertThat(texts(talk, user))
                    .as("%s; then %d for %d", done, talk.id, user)
                    .isEqualTo(model.visible(talk, user).stream()
                            .map(Said::toString)
                            .toList());
            assertThat(LongStream.of(messaging()
                                    .conversations
                                    .require(user, talk.id)
                                    .memberIds())
                            .boxed())
                    .containsExactlyElementsOf(talk.members.keySet());
        });
    }

    private List<String> texts(Talk talk, long user) {
        return messaging().messagePages.read(user, talk.id, ALL, null).messages().stream()
                .map(MessageView::message)
                .map(MessageModelContract::text)
                .toList();
    }

    private static String text(Message message) {
        return message.seq()
                + (message.isDeleted() ? " deleted" : " " + message.body().text());
    }

    private static String line(ConversationView view) {
        return MessageModel.line(
                view.conversation().id(),
                view.unread(),
                view.entry().readSeq(),
                view.entry().isMuted(),
                view.last() == null ? "" : text(view.last().message()));
    }
}
