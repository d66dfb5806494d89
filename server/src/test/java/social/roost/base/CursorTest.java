package social.roost.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CursorTest {
    private static final int MOST = 512;

    @Test
    void aCursorReadsBackAsItWasWritten() {
        for (int size : List.of(1, 2, 3, 100, 402, MOST)) {
            long[] values = new Random(size).longs(size).toArray();
            assertThat(valuesOf(Cursor.of(values).encode())).isEqualTo(values);
        }
        long[] extremes = {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE};
        assertThat(valuesOf(Cursor.of(extremes).encode())).isEqualTo(extremes);
    }

    @Test
    void aCursorFitsAnAddressAsItIs() {
        assertThat(Cursor.of(new Random(1).longs(50).toArray()).encode()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void aCursorDoesNotChangeWithTheArrayItWasMadeOf() {
        long[] values = {1, 2};
        Cursor cursor = Cursor.of(values);
        values[0] = 9;
        assertThat(cursor.value(0)).isEqualTo(1);
    }

    @Test
    void whatRoostDidNotWriteIsNoCursor() {
        String valid = Cursor.of(1, 2).encode();
        assertThat(List.of("", "AQ", "junk", "%%%", "é", "💥", " " + valid, valid + "=!", valid + "AAAA"))
                .allSatisfy(text -> assertThat(Cursor.decode(text)).isEmpty());
        for (int length = 0; length < valid.length(); length++) {
            String part = valid.substring(0, length);
            assertThat(Cursor.decode(part).map(Cursor::size).orElse(0)).isLessThan(2);
        }
    }

    @Test
    void anotherVersionIsNoCursor() {
        byte[] bytes = Base64.getUrlDecoder().decode(Cursor.of(1).encode());
        bytes[0] = 2;
        assertThat(Cursor.decode(Base64.getUrlEncoder().encodeToString(bytes))).isEmpty();
    }

    @Test
    void aCursorLongerThanAnyOfRoostsIsRefused() {
        assertThat(Cursor.decode(Cursor.of(new long[MOST + 1]).encode())).isEmpty();
        assertThat(Cursor.decode("A".repeat(1_000_000))).isEmpty();
    }

    @Test
    void randomTextNeitherThrowsNorChangesWhenWrittenAgain() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(30)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && random.nextBoolean()) {
                bytes[0] = 1;
            }
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            Cursor.decode(text).ifPresent(cursor -> assertThat(cursor.encode()).isEqualTo(text));
        }
    }

    private static long[] valuesOf(String text) {
        Cursor cursor = Cursor.decode(text).orElseThrow();
        return LongStream.range(0, cursor.size())
                .map(i -> cursor.value((int) i))
                .toArray();
    }
}
