package social.roost.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import social.roost.demo.DemoWorld.Line;
import social.roost.media.MediaUploads;

class DemoWorldTest {

    @Test
    void aLineAnswersAnEarlierOneWithoutPictures() {
        List<Line> lines = DemoWorld.LINES;
        for (int i = 0; i < lines.size(); i++) {
            int answered = lines.get(i).answers();
            assertThat(answered).isLessThan(i);
            assertThat(answered < 0 || lines.get(answered).pictures().isEmpty()).isTrue();
        }
    }

    @Test
    void picturesAreDescribed() {
        assertThat(pictures().map(Picture::altText))
                .doesNotHaveDuplicates()
                .allSatisfy(text -> assertThat(text).hasSizeBetween(10, MediaUploads.ALT_TEXT_LENGTH));
    }

    @Test
    void picturesAreDrawnAndSmall() {
        assertThat(pictures())
                .allSatisfy(picture -> assertThat(picture.file().get().length).isBetween(5_000, 4_000_000));
    }

    @Test
    void pictureFilesAreTheSameEachTime() {
        assertThat(Pictures.OWL.file().get()).isEqualTo(Pictures.OWL.file().get());
        assertThat(Pictures.PENDULUMS.file().get())
                .isEqualTo(Pictures.PENDULUMS.file().get());
    }

    private static Stream<Picture> pictures() {
        return Stream.concat(
                DemoWorld.PEOPLE.stream().flatMap(person -> Stream.of(person.avatar(), person.header())),
                DemoWorld.LINES.stream().flatMap(line -> line.pictures().stream()));
    }
}
