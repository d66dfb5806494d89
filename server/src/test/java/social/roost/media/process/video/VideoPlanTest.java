package social.roost.media.process.video;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoPlanTest {
    private static final String FITTING = """
            {"index": 0, "codec_type": "video", "codec_name": "h264", "pix_fmt": "yuv420p", "width": 1280, "height": 720,
             "avg_frame_rate": "30000/1001", "sample_aspect_ratio": "1:1", "bit_rate": "2000000", "duration": "7.5"}""";

    private static final String SOUND = """
            {"index": 1, "codec_type": "audio", "codec_name": "aac", "profile": "LC", "channels": 2, "duration": "7.6"}""";

    @Test
    void whatFitsIsCopied() throws Exception {
        VideoPlan plan = plan(FITTING, SOUND);
        assertThat(plan.copiesPicture()).isTrue();
        assertThat(arguments(plan)).contains("-c:v copy", "-c:a copy", "-map 0:0 -map 0:1");
    }

    @ParameterizedTest
    @CsvSource({
        "h264, hevc",
        "yuv420p, yuv420p10le",
        "1280, 1281",
        "1280, 3840",
        "2000000, 20000000",
        "30000/1001, 120/1",
        "1:1, 4:3",
        "2000000, N/A",
    })
    void whatDoesNotFitIsConverted(String value, String other) throws Exception {
        assertThat(plan(FITTING.replace(value, other), SOUND).copiesPicture()).isFalse();
    }

    @Test
    void aTurnedVideoIsConvertedAndItsSidesAreSwapped() throws Exception {
        String turned = FITTING.replace(
                "\"index\": 0", "\"index\": 0, \"side_data_list\": [{\"displaymatrix\": \"\", \"rotation\": -90}]");
        VideoPlan plan = plan(turned, SOUND);
        assertThat(plan.copiesPicture()).isFalse();
        assertThat(plan.width()).isEqualTo(720);
        assertThat(plan.height()).isEqualTo(1280);
    }

    @Test
    void soundOfManyChannelsIsConverted() throws Exception {
        VideoPlan plan = plan(FITTING, SOUND.replace("\"channels\": 2", "\"channels\": 6"));
        assertThat(plan.copiesPicture()).isTrue();
        assertThat(arguments(plan)).contains("-c:a aac").contains("-ac 2");
    }

    @ParameterizedTest
    @CsvSource({
        "1645, 1041, 1644, 1040",
        "3840, 2160, 1920, 1080",
        "2160, 3840, 1080, 1920",
        "5000, 3000, 1800, 1080",
        "1, 1, 2, 2",
        "2, 2000, 2, 1920",
    })
    void sidesAreEvenAndWithinTheLimits(int width, int height, int newWidth, int newHeight) throws Exception {
        VideoPlan plan = plan(FITTING.replace("1280", "" + width).replace("720", "" + height), SOUND);
        assertThat(List.of(plan.width(), plan.height())).containsExactly(newWidth, newHeight);
    }

    @Test
    void theLengthIsThatOfWhatIsUsed() throws Exception {
        assertThat(facts(FITTING, SOUND).seconds()).isEqualTo(7.6);
        assertThat(facts(FITTING.replace("\"7.5\"", "\"N/A\""), SOUND).seconds())
                .isEqualTo(99);
    }

    private static VideoPlan plan(String... streams) throws Exception {
        return VideoPlan.of(facts(streams), Video.Source.MP4);
    }

    private static VideoFacts facts(String... streams) throws JsonProcessingException, RefusedException {
        String json = "{\"streams\": [" + String.join(",", streams) + "], \"format\": {\"duration\": \"99.0\"}}";
        return VideoFacts.of(new ObjectMapper().readTree(json));
    }

    private static String arguments(VideoPlan plan) {
        return String.join(" ", plan.arguments(100, 1_000));
    }
}
