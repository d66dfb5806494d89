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

    record Post(Client user, String key, String content) implements InDoubt {
        @Override
        public boolean settle(String address, Ledger ledger) {
            List<String> ids = ids(address);
            assertThat(ids).as("tweets with the text %s", content).hasSizeLessThan(2);
            ids.forEach(id -> ledger.posted(id, user.id(), content));
            return !ids.isEmpty();
        }

        /**
         * Sends it again with the same key, like a client would: there is one tweet, whether or not it existed.
         *
         * @return whether it existed
         */
        boolean repeat(String address, Ledger ledger) {
            List<String> before = ids(address);
            String id = user.movedTo(address).tweetOnce(key, content);
            assertThat(ids(address)).as("after a retry of %s", content).containsExactly(id);
            assertThat(before).as("before a retry of %s", content).isSubsetOf(id);
            ledger.posted(id, user.id(), content);
            return !before.isEmpty();
        }

        private List<String> ids(String address) {
            return user.movedTo(address)
                    .get("/users/" + user.id() + "/tweets?limit=100")
                    .expect(200)
                    .data()
                    .valueStream()
                    .filter(tweet -> tweet.path("content").asText().equals(content))
                    .map(tweet -> tweet.path("id").asText())
                    .toList();
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
