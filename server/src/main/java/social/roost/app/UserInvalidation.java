package social.roost.app;

import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.user.Sessions;
import social.roost.user.Suspensions;
import social.roost.user.TokenHash;
import social.roost.user.Users;

/**
 * Drops cached profiles and sessions that another process has changed; follows and tweets change a profile's counts.
 */
record UserInvalidation(Users users, Sessions sessions, Suspensions suspensions)
        implements StreamConsumer.OfUsers, StreamConsumer.OfGraph, StreamConsumer.OfTweets {

    @Override
    public void consume(Event.OfUsers event) {
        switch (event) {
            case Event.SessionEnded(long _, long _, String tokenHash) -> sessions.forget(new TokenHash(tokenHash));
            case Event.UserUpdated(long user) -> users.changed(user);
            case Event.UserSuspended _, Event.UserReinstated _ -> suspensions.lookUp();
            case Event.UserRegistered _, Event.MutedWordsChanged _ -> {}
        }
    }

    @Override
    public void consume(Event.OfGraph event) {
        if (event instanceof Event.OfFollows follow) {
            users.changed(follow.followerId());
            users.changed(follow.followeeId());
        }
    }

    @Override
    public void consume(Event.OfTweets event) {
        users.changed(event.actor());
    }
}
