package social.roost.app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.demo.DemoWorld;

/**
 * A server with demo content: a few users who follow each other and talk. Tweets with pictures follow when it serves
 * requests, so that drawing does not delay its start.
 */
final class Demo implements Serving {
    static final String PASSWORD = "roost-demo";
    private static final String OPERATOR = "alice";

    private final Server server;
    private final @Nullable DemoPictures pictures;

    private Demo(Server server, @Nullable DemoPictures pictures) {
        this.server = server;
        this.pictures = pictures;
    }

    /** Fills an empty data folder; leaves any other as it is. */
    static Demo fill(Server server) {
        if (server.stores().users().accounts().greatestId() > 0) {
            System.out.println("The data folder is not empty: did not add the demo content or make alice an operator.");
            return new Demo(server, null);
        }
        DemoPictures pictures = add(server);
        System.out.println("Demo content added. Log in as alice, bob, carol, ... with the password " + PASSWORD + ".");
        return new Demo(server, pictures);
    }

    private static DemoPictures add(Server server) {
        DemoPeople people = DemoPeople.create(server, PASSWORD);
        DemoTweets tweets = new DemoTweets(server, people);
        for (int line = 0; line < DemoWorld.LINES.size(); line++) {
            if (DemoWorld.LINES.get(line).pictures().isEmpty()) {
                tweets.post(line, List.of());
            }
        }
        server.features().users.admins.appointIfNone(people.id(OPERATOR));
        return new DemoPictures(server, people, tweets);
    }

    @Override
    public int listen() {
        int port = server.listen();
        if (pictures != null) {
            pictures.start();
        }
        return port;
    }

    @Override
    public boolean isReady() {
        return server.isReady();
    }

    @Override
    public void awaitClose() {
        server.awaitClose();
    }

    @Override
    public void close() {
        if (pictures != null) {
            pictures.close();
        }
        server.close();
    }
}
