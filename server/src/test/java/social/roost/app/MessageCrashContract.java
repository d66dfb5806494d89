package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import social.roost.base.LongRun;
import social.roost.base.Seed;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;

/**
 * Four users write to each other while a server is killed at random moments; what was not answered is sent again with the
 * same key. Then no acknowledged message is missing, none is there twice, the sequence has no gaps, all members see the
 * same list, and the unread counts are those of the markers.
 */
abstract class MessageCrashContract {
    private static final int KILLS = LongRun.times(3, 20);
    private static final int LATEST_KILL_MILLIS = 2_000;
    private static final int USERS = 4;
    private static final String ALL = "/api/roost/v1/conversations";
    private static final int MOST_COUNTED = 100;

    @RegisterExtension
    final Seed seed = new Seed();

    private final List<Writer> writers = new ArrayList<>();
    private final List<Talk> talks = new ArrayList<>();

    /** The sequence numbers of the acknowledged messages, by conversation and text. */
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();

    /** A conversation and its members. */
    private record Talk(String id, List<Integer> members) {}

    /** Which stores to use. */
    abstract Map<String, String> stores();

    /** How many processes serve at once. */
    abstract int processes();

    @Test
    @Timeout(1_500)
    void noAcknowledgedMessageIsLostDoubledOrOutOfOrder() throws Exception {
        Random random = new Random(seed.value());
        try (MortalServers servers = new MortalServers(stores(), processes())) {
            for (int i = 0; i < KILLS; i++) {
                servers.complete();
                begin(servers.port());
                servers.killAfter(
                        LATEST_KILL_MILLIS / 4 + random.nextInt(LATEST_KILL_MILLIS),
                        writers.stream()
                                .<IntConsumer>map(writer -> writer::sendNext)
                                .toList());
            }
            servers.complete();
            int port = servers.port();
            writers.forEach(writer -> writer.finish(port));
            assertThat(acknowledged).hasSizeGreaterThan(KILLS);
            for (Talk talk : talks) {
                compare(port, talk);
            }
        }
    }

    private void begin(int port) {
        if (!writers.isEmpty()) {
            return;
        }
        String suffix = Long.toString(System.nanoTime() & 0xffffff, 36);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            String token = RemoteUploads.register(port, "w" + i + suffix);
            Writer writer = new Writer(i, token);
            writers.add(writer);
            ids.add(expect(200, writer.call(port, "GET", "/api/roost/v1/users/me", null))
                    .member("id"));
            expect(
                    200,
                    writer.call(
                            port,
                            "PATCH",
                            "/api/roost/v1/users/me/preferences",
                            "{\"messages\":{\"from\":\"everyone\"}}"));
        }
        talks.add(talk(port, ids, List.of(0, 1)));
        talks.add(talk(port, ids, List.of(2, 3)));
        talks.add(talk(port, ids, List.of(0, 1, 2, 3)));
    }

    private Talk talk(int port, List<String> ids, List<Integer> members) {
        String others =
                String.join("\",\"", members.stream().skip(1).map(ids::get).toList());
        Answer opened =
                writers.get(members.getFirst()).call(port, "POST", ALL, "{\"member_ids\":[\"" + others + "\"]}");
        String id = expect(201, opened).member("id");
        members.forEach(
                member -> expect(200, writers.get(member).call(port, "POST", ALL + "/" + id + "/accept", null)));
        return new Talk(id, members);
    }

    private void compare(int port, Talk talk) throws Exception {
        List<JsonNode> first = read(port, writers.get(talk.members().getFirst()), talk.id());
        assertThat(first.stream().mapToLong(each -> each.get("seq").asLong()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, first.size()).boxed().toList());
        List<String> texts =
                first.stream().map(each -> each.get("text").asText()).toList();
        assertThat(texts).doesNotHaveDuplicates();
        Map<String, Long> stored = new LinkedHashMap<>();
        first.forEach(each -> stored.put(
                talk.id() + " " + each.get("text").asText(), each.get("seq").asLong()));
        acknowledged.forEach((text, seq) -> {
            if (text.startsWith(talk.id())) {
                assertThat(stored).containsEntry(text, seq);
            }
        });
        for (int member : talk.members()) {
            Writer reader = writers.get(member);
            assertThat(read(port, reader, talk.id()).stream()
                            .map(each -> each.get("seq") + " " + each.get("text"))
                            .toList())
                    .isEqualTo(first.stream()
                            .map(each -> each.get("seq") + " " + each.get("text"))
                            .toList());
            Await.until(() -> isListed(port, reader, talk.id(), first.size()));
            JsonNode conversation = expect(200, reader.call(port, "GET", ALL + "/" + talk.id(), null))
                    .json()
                    .get("data");
            long marker = conversation.get("read_seq").asLong();
            long unread = first.stream()
                    .filter(each -> each.get("seq").asLong() > marker
                            && !each.get("text").asText().startsWith(member + " "))
                    .count();
            assertThat(marker).isGreaterThanOrEqualTo(reader.read.getOrDefault(talk.id(), 0L));
            assertThat(conversation.get("unread_count").asLong()).isEqualTo(Math.min(MOST_COUNTED, unread));
        }
    }

    private static boolean isListed(int port, Writer reader, String id, int lastSeq) {
        return expect(200, reader.call(port, "GET", ALL, null))
                .json()
                .get("data")
                .valueStream()
                .anyMatch(each -> each.get("id").asText().equals(id)
                        && each.get("last_seq").asInt() == lastSeq);
    }

    /** All messages, oldest first. */
    private static List<JsonNode> read(int port, Writer reader, String id) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = expect(200, reader.call(port, "GET", ALL + "/" + id + "/messages?limit=100" + cursor, null))
                    .json();
            page.get("data").forEach(all::addFirst);
            cursor = "&cursor=" + page.at("/meta/next").asText();
        } while (cursor.length() > "&cursor=".length());
        return all;
    }

    /** A user who sends one message after the other, each until it is answered. */
    private final class Writer {
        private final int number;
        private final String token;
        private final Map<String, Long> read = new HashMap<>();
        private int sent;
        private @Nullable Talk pending;

        Writer(int number, String token) {
            this.number = number;
            this.token = token;
        }

        /** Sends what was not answered, now that the servers stay alive. */
        void finish(int port) {
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (pending != null) {
                try {
                    sendNext(port);
                } catch (AssertionError e) {
                    if (System.nanoTime() > end) {
                        throw e;
                    }
                }
            }
        }

        private void sendNext(int port) {
            Talk talk = pending;
            if (talk == null) {
                List<Talk> mine = talks.stream()
                        .filter(each -> each.members().contains(number))
                        .toList();
                talk = mine.get(ThreadLocalRandom.current().nextInt(mine.size()));
                sent++;
                pending = talk;
            }
            String text = number + " says " + sent;
            JsonNode answer = expect(
                            201,
                            call(
                                    port,
                                    "POST",
                                    ALL + "/" + talk.id() + "/messages",
                                    "{\"client_key\":\"" + sent + "\",\"text\":\"" + text + "\"}"))
                    .json()
                    .get("data");
            assertThat(answer.get("text").asText()).isEqualTo(text);
            long seq = answer.get("seq").asLong();
            acknowledged.put(talk.id() + " " + text, seq);
            pending = null;
            if (seq % 5 == 0) {
                expect(200, call(port, "POST", ALL + "/" + talk.id() + "/read", "{\"seq\":" + seq + "}"));
                long _ = read.merge(talk.id(), seq, Math::max);
            }
        }

        Answer call(int port, String method, String path, @Nullable String json) {
            RawRequest request = RawRequest.of(method, path).token(token);
            try (RawClient client = new RawClient(port)) {
                return client.call(json == null ? request : request.json(json));
            }
        }
    }
}
