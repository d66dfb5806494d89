package social.roost.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the rules of production: a page is requested from public addresses only, whatever names and redirects say. */
class PageFetchTest {
    private static final PageAnswer PAGE = new PageAnswer.Html(
            new PageAnswer.Body("<title>Hello".getBytes(java.nio.charset.StandardCharsets.UTF_8)), "");

    /** The answers of name servers: each look-up of a host takes the next one, and the last one remains. */
    private final Map<String, Deque<String>> names = new HashMap<>();

    private final Map<String, PageAnswer> pages = new HashMap<>();
    private final List<String> connected = new ArrayList<>();
    private int lookUps;

    private final PageClient client = new PageClient() {
        @Override
        public PageAnswer get(PageAddress page, InetAddress connectTo, Duration deadline) {
            connected.add(connectTo.getHostAddress() + " " + page.uri());
            return pages.getOrDefault(page.uri().toString(), PAGE);
        }

        @Override
        public void close() {}
    };

    private final PageFetch fetch = new PageFetch(
            new AddressGuard(this::resolve, List.of(), Set.of(80, 443)), client, Duration.ofSeconds(5), 3);

    private InetAddress[] resolve(String host) throws IOException {
        lookUps++;
        Deque<String> answers = names.get(host);
        if (answers == null) {
            return InetAddress.getAllByName(literal(host));
        }
        String answer = answers.size() > 1 ? answers.remove() : answers.element();
        return Arrays.stream(answer.split(" ")).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }

    /** The system's resolver also understands these, but a test looks no name up. */
    private static String literal(String host) throws UnknownHostException {
        if (!host.matches("[0-9a-fx.]+")) {
            throw new UnknownHostException(host);
        }
        return host;
    }

    private void name(String host, String... answers) {
        names.put(host, new ArrayDeque<>(List.of(answers)));
    }

    private void redirect(String from, String to) {
        pages.put(from, new PageAnswer.Moved(to));
    }

    private void fetch(String link) throws IOException {
        assertThat(fetch.fetch(PageAddress.of(link)).html()).isEqualTo(PAGE);
    }

    @Test
    void thePageIsRequestedFromTheAddressThatWasChecked() throws IOException {
        name("example.com", "93.184.216.34 2606:4700::1", "127.0.0.1");
        fetch("example.com/a?b");
        assertThat(connected).containsExactly("93.184.216.34 https://example.com/a?b");
        assertThat(lookUps).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "http://private.example/, 10.0.0.1",
        "http://private.example/, 127.0.0.1",
        "http://private.example/, 169.254.169.254",
        "http://private.example/, 100.64.0.1",
        "http://private.example/, ::1",
        "http://private.example/, fd00::1",
        "http://private.example/, fe80::1",
        "http://private.example/, ::ffff:192.168.0.1",
        "http://private.example/, 64:ff9b::c0a8:1",
        "http://private.example/, 2002:c0a8:1::1",
        "http://private.example/, 2001:0:4136:e378::1",
        "http://private.example/, 93.184.216.34 10.0.0.1",
        "http://private.example/, 2606:4700::1 ::1",
        "http://127.0.0.1/, ",
        "http://127.1/, ",
        "http://2130706433/, ",
        "http://0/, ",
        "http://\uFF11\uFF12\uFF17.0.0.1/, ",
        "http://public.example:22/, 93.184.216.34",
        "http://public.example:8080/, 93.184.216.34",
        "http://public.example:99999/, 93.184.216.34",
        "http://public.example@127.0.0.1/, 93.184.216.34",
        "http://unknown.example/, ",
        "http://[::1]/, ",
        "http://[::ffff:7f00:1]/, ",
        "ftp://public.example/, 93.184.216.34",
        "https:///etc/passwd, 93.184.216.34",
    })
    void nothingElseIsConnectedTo(String link, String addresses) throws IOException {
        for (String host : addresses == null ? new String[0] : new String[] {"private.example", "public.example"}) {
            name(host, addresses);
        }
        assertThatThrownBy(() -> fetch(link)).isInstanceOf(IOException.class);
        assertThat(connected).isEmpty();

        name("innocent.example", "1.1.1.1");
        redirect("https://innocent.example/", link);
        assertThatThrownBy(() -> fetch("https://innocent.example/")).isInstanceOf(IOException.class);
        assertThat(connected).containsExactly("1.1.1.1 https://innocent.example/");
    }

    @Test
    void aNameThatIsReboundBetweenRequestsIsCheckedAgain() {
        name("rebound.example", "93.184.216.34", "127.0.0.1");
        redirect("http://rebound.example/", "/again");
        assertThatThrownBy(() -> fetch("http://rebound.example/")).hasMessage("The address 127.0.0.1 is forbidden");
        assertThat(connected).containsExactly("93.184.216.34 http://rebound.example/");
    }

    @Test
    void redirectsAreFollowedWhereverTheyLeadInPublicButNotForEver() throws IOException {
        name("a.example", "1.1.1.1");
        name("b.example", "1.0.0.1");
        redirect("http://a.example/", "https://a.example/");
        redirect("https://a.example/", "//b.example/x/y");
        redirect("https://b.example/x/y", "z?q=1#part");
        fetch("http://a.example/");
        assertThat(connected)
                .containsExactly(
                        "1.1.1.1 http://a.example/",
                        "1.1.1.1 https://a.example/",
                        "1.0.0.1 https://b.example/x/y",
                        "1.0.0.1 https://b.example/x/z?q=1#part");
        redirect("https://b.example/x/z?q=1#part", "https://b.example/last");
        assertThatThrownBy(() -> fetch("http://a.example/")).hasMessage("More than 3 redirects");
    }

    @Test
    void exactlyTheAllowedNetworksAreReachedToo() throws IOException {
        PageFetch lenient = new PageFetch(
                new AddressGuard(this::resolve, List.of(Network.parse("127.0.0.2")), Set.of(8080)),
                client,
                Duration.ofSeconds(5),
                3);
        assertThat(lenient.fetch(PageAddress.of("http://127.0.0.2:8080/")).html())
                .isEqualTo(PAGE);
        assertThatThrownBy(() -> lenient.fetch(PageAddress.of("http://127.0.0.1:8080/")))
                .hasMessage("The address 127.0.0.1 is forbidden");
        assertThatThrownBy(() -> lenient.fetch(PageAddress.of("http://127.0.0.2/")))
                .hasMessage("The port 80 is forbidden");
    }
}
