package social.roost.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The encoding that a client prefers (J4)")
class AcceptedEncodingsTest {
    private static final List<String> AVAILABLE = List.of("br", "gzip");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                  | identity
            gzip, deflate, br, zstd             | br
            gzip                                | gzip
            GZIP;Q=0.5                          | gzip
            gzip;q=1.0, br;q=0.9                | gzip
            br ; q=0.5, gzip                    | gzip
            br;q=0, gzip;q=0.001                | gzip
            br;q=0, gzip;q=0                    | identity
            *                                   | br
            *;q=0                               | identity
            br;q=0, *                           | gzip
            gzip;q=0.5, *;q=0.9                 | br
            identity                            | identity
            identity;q=1, gzip;q=0.5            | identity
            identity;q=0.5, gzip                | gzip
            identity;q=0, br                    | br
            zstd                                | identity
            gzip;q=x                            | identity
            gzip;q=7                            | identity
            gzip;q=                             | identity
            ;;,,;q=1,gzip                       | gzip
            """)
    void isByWeightAndThenTheSmaller(String header, String expected) {
        assertThat(new AcceptedEncodings(List.of(header)).best(AVAILABLE)).isEqualTo(expected);
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(new AcceptedEncodings(List.of("deflate", "gzip")).best(AVAILABLE))
                .isEqualTo("gzip");
        assertThat(new AcceptedEncodings(List.of()).best(AVAILABLE)).isEqualTo("identity");
    }

    @Test
    void whatIsNotThereIsNotChosen() {
        assertThat(new AcceptedEncodings(List.of("br, gzip")).best(List.of("gzip")))
                .isEqualTo("gzip");
        assertThat(new AcceptedEncodings(List.of("br, gzip")).best(List.of())).isEqualTo("identity");
    }
}
