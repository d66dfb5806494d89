package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.PageRequest;
import social.roost.base.Together;
import social.roost.event.Await;
import social.roost.message.ConversationView;
import social.roost.message.Message;
import social.roost.message.MessagePreferences;
import social.roost.message.MessageView;
import social.roost.message.Messages.Draft;
import social.roost.message.Messaging;
import social.roost.user.NewAccount;
import social.roost.user.User;

@Tag("stack")
@DisplayName("Two processes whose clocks differ carry the same conversation (H1, K1)")
@Timeout(240)
class SharedMessagesTest {
    private static final int ROUNDS = 100;
    private static final int THREADS = 8;
    private static final int EACH = 12;
    private static final Duration APART = Duration.ofSeconds(3);

    @Test
    @DisplayName("Questions stay above answers, whatever clocks say (mattermost#7932, Signal-iOS#655)")
    void orderIsThatOfSending() throws Exception {
        Map<String, String> settings = OwnCluster.settings();
        try (Server fast = OwnCluster.server(settings, "messages", clock(APART));
                Server slow = OwnCluster.server(settings, "messages", clock(Duration.ZERO))) {
            long alice = user(fast);
            long bob = user(fast);
            long id = open(fast, alice, bob);
            assertThat(open(slow, bob, alice)).isEqualTo(id);
            List<String> said = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                said.add("m" + i);
                long seq = i % 2 == 0
                        ? send(fast, alice, id, "m" + i).seq()
                        : send(slow, bob, id, "m" + i).seq();
                assertThat(seq).isEqualTo(i + 1);
            }
            assertThat(texts(fast, bob, id)).isEqualTo(said).isEqualTo(texts(slow, alice, id));
            assertThat(times(slow, alice, id)).isSorted();
            assertThat(conversation(slow, alice, id).unread()).isEqualTo(ROUNDS / 2);
            messaging(slow).conversations.markRead(alice, id, ROUNDS);
            assertThat(conversation(fast, alice, id).unread()).isZero();
        }
    }

    @Test
    void concurrentSendersGetGaplessNumbersAndAResendIsTheSameMessage() throws Exception {
        Map<String, String> settings = OwnCluster.settings();
        try (Server fast = OwnCluster.server(settings, "messages", clock(APART));
                Server slow = OwnCluster.server(settings, "messages", clock(Duration.ZERO))) {
            long alice = user(fast);
            long bob = user(fast);
            long id = open(fast, alice, bob);
            List<List<Long>> sent = Together.call(THREADS, thread -> {
                List<Long> seqs = new ArrayList<>();
                for (int i = 0; i < EACH; i++) {
                    // Every two threads send the same messages, through different processes.
                    Server server = thread % 2 == 0 ? fast : slow;
                    seqs.add(send(server, alice, id, thread / 2 + " " + i).seq());
                }
                return seqs;
            });
            for (int i = 0; i < THREADS; i += 2) {
                assertThat(sent.get(i)).isEqualTo(sent.get(i + 1)).isSorted();
            }
            int messages = THREADS / 2 * EACH;
            assertThat(sent.stream().flatMap(List::stream).distinct().sorted())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, messages).boxed().toList());
            assertThat(texts(slow, bob, id)).hasSize(messages).doesNotHaveDuplicates();
            Await.until(() -> conversation(slow, bob, id).unread() == messages);
        }
    }

    private static InstantSource clock(Duration ahead) {
        return InstantSource.offset(InstantSource.system(), ahead);
    }

    private static Messaging messaging(Server server) {
        return server.features().messages.messaging;
    }

    private static long user(Server server) {
        long id = server.stores().infrastructure().ids().next();
        String name = "m" + id;
        var _ = server.stores()
                .users()
                .accounts()
                .create(new NewAccount(User.named(id, name, name), name + "@example.org", null));
        server.stores()
                .messages()
                .contacts()
                .editPreferences(id, _ -> new MessagePreferences(MessagePreferences.From.EVERYONE, true));
        return id;
    }

    private static long open(Server server, long from, long to) {
        return messaging(server)
                .conversations
                .open(from, List.of(to), null)
                .conversation()
                .id();
    }

    /** The text is the key as well. */
    private static Message send(Server server, long user, long conversation, String text) {
        Draft draft = new Draft(text, text.replace(' ', '-'), List.of(), null, null);
        return messaging(server).messages.send(user, conversation, draft).message();
    }

    private static List<Message> read(Server server, long user, long conversation) {
        PageRequest page = new PageRequest(Optional.empty(), 2 * ROUNDS);
        @Nullable Long around = null;
        return messaging(server).messagePages.read(user, conversation, page, around).messages().stream()
                .map(MessageView::message)
                .toList()
                .reversed();
    }

    private static List<String> texts(Server server, long user, long conversation) {
        return read(server, user, conversation).stream()
                .map(message -> message.body().text())
                .toList();
    }

    private static List<Long> times(Server server, long user, long conversation) {
        return read(server, user, conversation).stream().map(Message::sentAt).toList();
    }

    private static ConversationView conversation(Server server, long user, long id) {
        Messaging messaging = messaging(server);
        return messaging.conversationPages.one(messaging.conversations.require(user, id), user);
    }
}
