package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import social.roost.e2e.Ledger.Follow;

/** A write that was not acknowledged: it may or may not have taken effect, but not partially. */
sealed interface InDoubt {

    /**
     * Checks in one place whether it took effect, and if so enters it into the ledger, by which all places are judged
     * later.
     */
    boolean settle(String address, Ledger ledger);

    /**
     * A post.
     *
     * @param contents of one tweet, or of the tweets of a thread: all of them were posted, or none
     */
    record Post(Client user, String key, List<String> contents) implements InDoubt {
        @Override
        public boolean settle(String address, Ledger ledger) {
            List<String> ids = ids(address);
            if (!ids.isEmpty()) {
                assertThat(ids).as("tweets with the texts %s", contents).hasSameSizeAs(contents);
                enter(ids, ledger);
            }
            return !ids.isEmpty();
        }

        /**
         * Sends it again with the same key, like a client would: the tweets exist once, whether or not they existed.
         *
         * @return whether they existed
         */
        boolean repeat(String address, Ledger ledger) {
            List<String> before = ids(address);
            List<String> ids = user.movedTo(address).postOnce(key, contents);
            assertThat(ids(address)).as("after a retry of %s", contents).isEqualTo(ids);
            assertThat(before).as("before a retry of %s", contents).isIn(ids, List.of());
            enter(ids, ledger);
            return !before.isEmpty();
        }

        private void enter(List<String> ids, Ledger ledger) {
            for (int i = 0; i < ids.size(); i++) {
                ledger.posted(ids.get(i), user.id(), contents.get(i));
            }
        }

        /** Oldest first. */
        private List<String> ids(String address) {
            return user.movedTo(address)
                    .get("/users/" + user.id() + "/tweets?limit=100")
                    .expect(200)
                    .data()
                    .valueStream()
                    .filter(tweet -> contents.contains(tweet.path("content").asText()))
                    .map(tweet -> tweet.path("id").asText())
                    .toList()
                    .reversed();
        }
    }

    record Delete(Client user, String tweetId) implements InDoubt {
        @Override
        public boolean settle(String address, Ledger ledger) {
            boolean gone = user.movedTo(address).get("/tweets/" + tweetId).status() == 404;
            if (gone) {
                ledger.deleted(tweetId);
            }
            return gone;
        }
    }

    record Following(Client user, Follow follow, boolean wanted) implements InDoubt {
        @Override
        public boolean settle(String address, Ledger ledger) {
            boolean before = ledger.following(follow.follower()).contains(follow.followee());
            boolean now = user.movedTo(address)
                    .allIds("/users/" + follow.follower() + "/following")
                    .contains(follow.followee());
            ledger.followed(follow, now);
            return before != now;
        }
    }
}
