package social.roost.e2e;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** What users do, from the first step to the last; the same for one process and for many, given an address. */
interface Journey {
    /** Names that no earlier run on the same servers has used. */
    AtomicInteger NUMBER = new AtomicInteger(ThreadLocalRandom.current().nextInt(1_000_000, 900_000_000));

    /** The address of the API. */
    String address();

    /** Sends commands of an operator. */
    Client operator();

    /** A new user with that name and a number. */
    default Client join(String name) {
        return Client.at(address()).join(name + "_" + NUMBER.incrementAndGet());
    }

    /** Waits until the reader's home timeline begins with these tweets. */
    static void awaitHome(Client reader, List<String> tweets) {
        Await.equal(
                "home timeline", () -> reader.home(Math.max(1, tweets.size())).ids(), tweets);
    }

    /** The number of likes, retweets, replies or quotes that the tweet shows. */
    static int counts(Client reader, String tweet, String which) {
        return reader.get("/tweets/" + tweet)
                .expect(200)
                .json()
                .at("/data/counts/" + which)
                .asInt(-1);
    }
}
