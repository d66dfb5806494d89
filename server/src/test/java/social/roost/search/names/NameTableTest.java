package social.roost.search.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which names are found by which texts. */
@DisplayName("Names as they are typed (issue 20.2)")
class NameTableTest {
    /** The name, texts that find it, and texts that do not. */
    private static final String TABLE = """
            Alice Smith | alice; ALICE; ali; smi; alice s; Alice   Smith; alice, smith | lice; alice t
            alice_smith | alice_; alice smith; smith; @alice; ＠alice | mith
            Zähler | zähler; zahler; ZÄH; zah | zaehler
            Ísland | island; Ísl; isl | sland
            François D'Arc | francois; arc; d'arc; darc; d’arc; FRANÇ | rc
            O’Brien | obrien; o'brien; brien; O’B | rien
            Jean-Luc Picard | jean luc; jean-luc; luc; picard; jean-luc pic | jeanluc
            İpek Işık | ipek; İpek | pek
            Straße Groß | strasse; STRASSE; straße; gross | trasse
            ﬁne Ｗｉｄｅ | fine; wide; ｗｉ | ide
            Łukasz Żółć | lukasz; łuk; zolc; żółć | ukasz
            Nguyễn Văn | nguyen; nguyễn v; van | guyen
            Αλέξανδρος Παπάς | αλεξανδρος; ΑΛΕΞ; παπασ; παπάς; παπ | λεξ
            Андрей Ёлкин | андрей; елкин; ЁЛК; андр | лкин
            محمد الأحمد | محمد; مُحَمَّد; الاحمد; الأ | حمد
            דוד כהן | דוד; כהן; דָּוִד | והן
            今日は東京 | 今日; 東京; 日は; 京; 今日は東京; 東 京 | 京東
            田中 太郎 | 田中太郎; 太郎; 中太; 田中 太 | 郎太
            ﾔﾏﾀﾞ花子 | ヤマダ; 花子; マダ花 | ダヤ
            スーパーマン | スーパー; マン; パーマン | マス
            김철수 | 철수; 김; 김철; 수 | 수김
            서울 커피 | 커피; 서울커피; 울 커 | 피커
            สมชาย ใจดี | สมชาย; ใจดี; ใจ; ชาย | ดใ
            नरेन्द्र मोदी | नरेन्द्र; मोदी; नरे; मो | रेन
            খান সাকিব | খান; সাকিব; সা | াকিব
            ரஜினி காந்த் | ரஜினி; காந்த் | ஜினி
            თბილისი | თბილისი; თბი | ბილ
            Հայկ Պետրոս | հայկ; ՊԵՏ | այկ
            አበበ ቢቂላ | አበበ; ቢቂ | በበ
            🦊 Fox | fox; 🦊; 🦊 fox; 🦊fox | ox
            🏳️‍🌈Pride👍🏽 | pride; 🏳️‍🌈; 🏳; 👍; 👍🏻 | ride
            ★Star★ | star; ★ | tar
            R2-D2 | r2; d2; r2-d2; r2 d2 | 2d
            agent ٠٠٧ | 007; agent 007; ٠٠٧ | 07
            rock 'n' roll | rock; n roll; 'n' roll; roll | ock
            """;

    static List<String> rows() {
        return TABLE.lines().toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isFoundByTheBeginningsOfItsParts(String row) {
        String[] columns = row.split("\\|", 3);
        String name = columns[0].strip();
        for (String typed : columns[1].split(";", -1)) {
            assertThat(isFound(name, typed.strip())).as("%s by %s", name, typed).isTrue();
        }
        for (String typed : columns[2].split(";", -1)) {
            assertThat(isFound(name, typed.strip())).as("%s by %s", name, typed).isFalse();
        }
    }

    private static boolean isFound(String name, String typed) {
        String beginning = NameQuery.of(typed).beginning();
        assertThat(beginning).isNotEmpty();
        return NameText.parts(name).stream().anyMatch(part -> part.startsWith(beginning));
    }

    @ParameterizedTest
    @MethodSource("nothing")
    void textWithoutAWordFindsNothing(String typed) {
        assertThat(NameQuery.of(typed).isEmpty()).isTrue();
    }

    static List<String> nothing() {
        return List.of("", " ", "@", "#", "'", "\"\"", "((", "-", "\u0000", "\u200D\uFE0F", "\u0301", "\uD800", "*%_");
    }
}
