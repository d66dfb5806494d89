package social.roost.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypeTest {

    @ParameterizedTest
    @CsvSource({
        "ftypisom, MP4",
        "ftypmp42, MP4",
        "'ftypqt  ', QUICKTIME",
        "moov, QUICKTIME",
        "ftypheic, ",
        "ftypavif, ",
        "'ftypM4A ', ",
        "junk, ",
    })
    void containersAreToldApartByTheirBrand(String atom, FileType expected) {
        assertThat(FileType.of(PictureBytes.latin("\0\0\0\u0018" + atom))).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void matroskaMustBeWebm() {
        String start = "\u001aE\u00df\u00a3\u0001\0\0\0\0\0\0\u001fB\u0086";
        assertThat(FileType.of(PictureBytes.latin(start + "B\u0082\u0084webm"))).contains(FileType.WEBM);
        assertThat(FileType.of(PictureBytes.latin(start + "B\u0082\u0088matroska")))
                .isEmpty();
    }

    @Test
    void aStartThatIsTooShortIsOfNoType() {
        String start = "\u0089PNG\r\n\u001a\n";
        for (int length = 0; length < start.length(); length++) {
            assertThat(FileType.of(PictureBytes.latin(start.substring(0, length))))
                    .isEmpty();
        }
        assertThat(FileType.of(PictureBytes.latin(start))).contains(FileType.PNG);
    }

    @Test
    void contentTypesAreFoundInAnyCase() {
        assertThat(FileType.named("Image/JPEG")).contains(FileType.JPEG);
        assertThat(FileType.named("image/heic")).isEmpty();
    }

    @Test
    void soundIsRecognized() {
        assertThat(FileType.isAudio(PictureBytes.latin("ID3\3"))).isTrue();
        assertThat(FileType.isAudio(PictureBytes.latin("\u00ff\u00fb\u0090\0"))).isTrue();
        assertThat(FileType.isAudio(PictureBytes.latin("RIFF\0\0\0\0WAVE"))).isTrue();
        assertThat(FileType.isAudio(PictureBytes.latin("\u00ff\u00d8\u00ff"))).isFalse();
    }
}
