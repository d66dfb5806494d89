package social.roost.e2e;

/** The journeys of all features, which share one server or cluster. */
interface Journeys
        extends AccountJourneys,
                GraphJourneys,
                ListJourneys,
                TweetJourneys,
                TimelineJourneys,
                NotificationJourneys,
                MessageJourneys,
                MediaJourneys,
                SearchJourneys,
                FindJourneys,
                PollJourneys,
                EditJourneys,
                AnalyticsJourneys {}
