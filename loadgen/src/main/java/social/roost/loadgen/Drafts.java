package social.roost.loadgen;

import java.util.SplittableRandom;

/** New tweets of about 140 characters, as request bodies. The same for the same seed; used by one thread. */
final class Drafts {
    private static final int LENGTH = 135;
    private static final String[] WORDS = ("the quick heron waits by still water while reeds lean and light moves over"
                    + " stones as morning opens slowly above a small grey town")
            .split(" ", -1);

    private final SplittableRandom random;

    Drafts(long seed) {
        random = new SplittableRandom(seed);
    }

    String next() {
        StringBuilder body = new StringBuilder("{\"content\":\"");
        for (int start = body.length(); body.length() < start + LENGTH; ) {
            body.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        body.setLength(body.length() - 1);
        return body.append("\"}").toString();
    }
}
