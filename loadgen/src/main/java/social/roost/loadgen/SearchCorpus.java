package social.roost.loadgen;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Made-up tweets in several scripts, and queries for them: the same for the same seed and number. Words have natural
 * frequencies (Zipf): a few occur everywhere, most are rare.
 */
final class SearchCorpus {
    private static final int WORDS = 200_000;
    private static final int TAGS = 20_000;
    static final int AUTHORS = 50_000;

    /** With the share of tweets in percent. */
    private enum Script {
        LATIN(50, true, "ka re to mi no la si ven dor pel tra shu bri on et ur ix am po ge"),
        ACCENTED(10, true, "ção é ñi ü ár ma de lo que ró ti sé co nã bi lu pa vo ré an"),
        CYRILLIC(10, true, "ко ре то ми но ла си вен дор пел тра шу бри он ет ур их ам по ге"),
        ARABIC(7, true, "كا ري تو مي نو لا سي فن در بل تر شو بر ون ات ور يس ام بو جي"),
        KANA(12, false, "か れ と み の ら し べ 東 京 猫 山 川 本 人 カ フ ェ ン 日"),
        HAN(5, false, "的 一 是 不 了 在 人 有 我 他 这 中 大 来 上 国 个 到 说 们"),
        HANGUL(4, true, "서 울 커 피 를 마 셨 다 한 국 어 공 부 하 고 있 는 데 나 도"),
        THAI(2, false, "กา แฟ แมว รัก ฉัน เย็น อร่อย มาก ไป บ้าน ดี วัน นี้ คน น้ำ ปลา ข้าว ใจ ดู หนัง");

        private final int percent;
        private final boolean spaced;

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> syllables;

        Script(int percent, boolean spaced, String syllables) {
            this.percent = percent;
            this.spaced = spaced;
            this.syllables = List.of(syllables.split(" ", -1));
        }
    }

    private final long seed;

    SearchCorpus(long seed) {
        this.seed = seed;
    }

    /** What is searched for: words, possibly with operators; and whether the latest come first. */
    record Query(String text, boolean plain, boolean latest) {}

    /** The text of a tweet. */
    String tweet(int number) {
        SplittableRandom random = random(number);
        Script script = script(random);
        StringBuilder text = new StringBuilder();
        int words = 4 + random.nextInt(18);
        for (int i = 0; i < words; i++) {
            if (i > 0 && script.spaced) {
                text.append(' ');
            }
            text.append(word(script, rank(random, WORDS)));
        }
        if (random.nextInt(5) == 0) {
            text.append(" #").append(tag(rank(random, TAGS)));
        }
        if (random.nextInt(8) == 0) {
            text.append(" https://example.com/").append(word(Script.LATIN, rank(random, WORDS)));
        }
        return text.toString();
    }

    /** Who posted it: some post much more than others. */
    int author(int number) {
        return rank(random(number ^ 0x5DEECE66DL), AUTHORS);
    }

    Query query(int number) {
        SplittableRandom random = random(number ^ 0x2545F4914F6CDD1DL);
        Script script = script(random);
        boolean latest = random.nextBoolean();
        String word = word(script, rank(random, WORDS));
        int kind = random.nextInt(100);
        if (kind < 50) {
            return new Query(word, true, latest);
        }
        String other = word(script, rank(random, WORDS));
        if (kind < 70) {
            return new Query(word + " " + other, true, latest);
        }
        if (kind < 75) {
            return new Query("\"" + word + (script.spaced ? " " : "") + other + "\"", true, latest);
        }
        if (kind < 87) {
            return new Query("#" + tag(rank(random, TAGS)), false, latest);
        }
        return kind < 92
                ? new Query(word + " OR " + other, false, latest)
                : kind < 96
                        ? new Query(word + " -" + other, false, latest)
                        : new Query(word + " has:links", false, latest);
    }

    private SplittableRandom random(long number) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
    }

    private static Script script(SplittableRandom random) {
        int dice = random.nextInt(100);
        for (Script script : Script.values()) {
            dice -= script.percent;
            if (dice < 0) {
                return script;
            }
        }
        return Script.LATIN;
    }

    /** The lower a rank, the more frequent. */
    private static int rank(SplittableRandom random, int most) {
        return (int) Math.exp(random.nextDouble() * Math.log(most)) - 1;
    }

    private static String tag(int rank) {
        return word(Script.LATIN, rank) + rank % 7;
    }

    /** Frequent words are short. */
    private static String word(Script script, int rank) {
        SplittableRandom random = new SplittableRandom(rank * 31L + script.percent);
        int syllables = 1 + Math.min(3, (int) Math.log10(rank + 1));
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(script.syllables.get(random.nextInt(script.syllables.size())));
        }
        return word.toString();
    }
}
