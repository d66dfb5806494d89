package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.PASSWORD;
import static social.roost.app.LocalServer.expect;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.driver.logback.CapturedLog;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawRequest;
import social.roost.mail.Mailbox;

@DisplayName("Forgotten passwords (M1)")
@Timeout(120)
class PasswordResetTest {
    private static final String ME = "/api/roost/v1/users/me";
    private static final String SUBJECT = "Reset your password";
    private static final String NEW = "staple correct horse";

    @TempDir
    Path folder;

    private final Mailbox mailbox = new Mailbox();
    private LocalServer roost;
    private String alice;

    @BeforeEach
    void start() {
        open("usual");
    }

    private void open(String name, String... settings) {
        roost = new LocalServer(folder.resolve(name), mailbox.settings(settings));
        alice = roost.register("alice");
    }

    @AfterEach
    void stop() {
        roost.close();
        mailbox.close();
    }

    @Test
    void aLinkThatIsMailedSetsANewPasswordOnceAndEndsEverySession() {
        String phone = roost.token(alice);
        String laptop = roost.token(alice);
        expect(202, ask("ALICE@example.org"));
        MimeMessage mail = mailbox.await(SUBJECT, 1).getFirst();
        assertThat(Mailbox.header(mail, "To")).isEqualTo("alice@example.org");
        assertThat(Mailbox.header(mail, "Subject")).isEqualTo("Reset your password on Roost");
        assertThat(Mailbox.part(mail, 0)).contains("@alice").contains("30 minutes");
        String link = Mailbox.link(mail);
        assertThat(link).matches("https://roost\\.example/reset-password#[A-Za-z0-9_-]{43}");
        assertThat(Mailbox.part(mail, 1)).contains("href=\"" + link + "\"");

        Answer short422 = expect(422, reset(token(link), "short"));
        assertThat(short422.member("field")).isEqualTo("new_password");
        expect(204, reset(token(link), NEW));
        assertThat(expect(404, reset(token(link), PASSWORD)).member("code")).isEqualTo("invalid_reset");
        expect(401, roost.get(ME, phone));
        expect(401, roost.get(ME, laptop));
        expect(401, roost.logIn("alice", PASSWORD));
        expect(201, roost.logIn("alice", NEW));
    }

    @Test
    void aLinkExpires() {
        expect(202, ask("alice@example.org"));
        String token = token(Mailbox.link(mailbox.await(SUBJECT, 1).getFirst()));
        roost.clock.advance(Duration.ofMinutes(30));
        expect(404, reset(token, NEW));
        expect(201, roost.logIn("alice", PASSWORD));
    }

    @Test
    void anotherChangeOfThePasswordEndsALink() {
        expect(202, ask("alice@example.org"));
        String token = token(Mailbox.link(mailbox.await(SUBJECT, 1).getFirst()));
        expect(
                204,
                roost.call(RawRequest.of("PUT", "/api/roost/v1/users/me/password")
                        .token(roost.token(alice))
                        .json("{\"current_password\":\"%s\",\"new_password\":\"%s\"}".formatted(PASSWORD, NEW))));
        expect(404, reset(token, "mallory's own one"));
    }

    @Test
    void nobodyLearnsWhetherAnAddressHasAnAccount() throws Exception {
        List<Answer> answers = new ArrayList<>();
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            answers.add(timed(known, "alice@example.org"));
            answers.add(timed(unknown, "nobody" + i + "@example.org"));
        }
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.header("ratelimit")).isEmpty();
        });
        assertThat(median(known)).isBetween(median(unknown) / 3, median(unknown) * 3);
        Await.until(() -> due() == 0);
        assertThat(mailbox.about(SUBJECT))
                .allSatisfy(mail -> assertThat(Mailbox.header(mail, "To")).isEqualTo("alice@example.org"));
    }

    @Test
    void aMailboxCannotBeFlooded() throws Exception {
        roost.close();
        open("mailbox", "limits.enabled=true", "mail.per-address=2/1d", "limits.address.mail=100/1h");
        for (int i = 0; i < 6; i++) {
            expect(202, ask(i % 2 == 0 ? "Alice@example.org" : "alice@EXAMPLE.org"));
            Await.until(() -> due() == 0);
        }
        assertThat(mailbox.about(SUBJECT)).hasSize(2);
    }

    @Test
    void aClientAsksOnlySoOften() {
        roost.close();
        open("client", "limits.enabled=true", "limits.address.mail=3/1h");
        for (int i = 0; i < 3; i++) {
            expect(202, ask("nobody" + i + "@example.org"));
        }
        assertThat(expect(429, ask("nobody@example.org")).member("code")).isEqualTo("rate_limited");
    }

    @Test
    void whoIsSuspendedGetsNoLink() throws Exception {
        assertThat(roost.server.stores().users().accounts().suspend(Long.parseLong(alice), 1))
                .isTrue();
        expect(202, ask("alice@example.org"));
        Await.until(() -> due() == 0);
        assertThat(mailbox.about(SUBJECT)).isEmpty();
    }

    /** NEXT.md 8, CVE-2025-7962. */
    @Test
    void anAddressThatIsACommandGetsNoMail() throws Exception {
        String evil = "a@b.example\u760D\u760ARCPT\u00b7TO:<x";
        expect(
                201,
                roost.call(RawRequest.of("POST", "/api/roost/v1/users")
                        .json("{\"username\":\"eve\",\"email\":\"%s\",\"password\":\"%s\"}"
                                .formatted(evil, PASSWORD))));
        expect(202, ask(evil));
        expect(202, ask("alice@example.org"));
        Await.until(() -> due() == 0);
        assertThat(mailbox.about(SUBJECT))
                .singleElement()
                .satisfies(mail -> assertThat(mail.getAllRecipients()).hasSize(1));
    }

    @Test
    void theTokenIsNeitherStoredNorLogged() throws Exception {
        try (CapturedLog log = new CapturedLog("trace")) {
            expect(202, ask("alice@example.org"));
            String token = token(Mailbox.link(mailbox.await(SUBJECT, 1).getFirst()));
            expect(204, reset(token, NEW));
            expect(404, reset(token, NEW));
            assertThat(log.text()).doesNotContain(token, NEW, "alice@example.org");
            for (String file : List.of("roost.db", "roost.db-wal")) {
                assertThat(new String(
                                Files.readAllBytes(folder.resolve("usual").resolve(file)),
                                java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain(token);
            }
        }
    }

    @Test
    void ofManyWhoUseALinkAtOnceOneSucceeds() {
        expect(202, ask("alice@example.org"));
        String token = token(Mailbox.link(mailbox.await(SUBJECT, 1).getFirst()));
        List<CompletableFuture<Integer>> racers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String password = NEW + i;
            racers.add(
                    CompletableFuture.supplyAsync(() -> reset(token, password).status()));
        }
        assertThat(racers.stream().map(CompletableFuture::join).toList())
                .containsOnly(204, 404)
                .containsOnlyOnce(204);
    }

    @Test
    void withoutAServerForMailsThereAreNone() {
        roost.close();
        roost = new LocalServer(folder.resolve("without"));
        assertThat(expect(404, ask("alice@example.org")).member("code")).isEqualTo("mail_disabled");
        assertThat(expect(404, reset("x", NEW)).member("code")).isEqualTo("mail_disabled");
        assertThat(capabilities()).isEqualTo("false");
        roost.close();
        open("with");
        assertThat(capabilities()).isEqualTo("true");
    }

    private String capabilities() {
        return roost.call(RawRequest.of("GET", "/api/roost/v1/capabilities"))
                .json()
                .at("/data/mail")
                .asText();
    }

    private int due() {
        return roost.server.stores().mail().due().waiting();
    }

    private Answer timed(List<Long> times, String email) {
        long begin = System.nanoTime();
        Answer answer = ask(email);
        times.add(System.nanoTime() - begin);
        return answer;
    }

    private static long median(List<Long> times) {
        List<Long> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private Answer ask(String email) {
        return roost.call(MailSteps.asked(email));
    }

    private Answer reset(String token, String password) {
        return roost.call(MailSteps.reset(token, password));
    }

    private static String token(String link) {
        return link.substring(link.indexOf('#') + 1);
    }
}
