// Generated from openapi.yaml by `npm run generate`: do not edit.

export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /** Tells that the process runs. */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Tells whether the server takes requests; not yet while it starts, and no longer once it stops.
         * @description It takes requests while something it depends on is down, too; that is told beside it.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /** Answers this description. */
        get: operations["getDescription"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes an account; log in afterwards to get a token. */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /** Answers the user who asks. */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes the own profile; a member left out stays as it is, an empty one is cleared. */
        patch: operations["editMe"];
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a user. */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        /** Finds a user by id. */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/by/username/{username}": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description In any case. */
                username: components["schemas"]["Username"];
            };
            cookie?: never;
        };
        /** Finds a user by name. */
        get: operations["getUserByUsername"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /** Lists the own sessions that have not ended, newest first. */
        get: operations["listSessions"];
        put?: never;
        /** Begins a session and answers its token. */
        post: operations["logIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends the session of the token or cookie, which is refused from then on; a cookie is cleared. */
        delete: operations["logOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description From the list of sessions. */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends one of the own sessions, wherever it is used. */
        delete: operations["revokeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/follow": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a user. */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Follows a user; their recent tweets are in the home timeline at its next read. Repeating changes nothing. */
        put: operations["follow"];
        post?: never;
        /** Follows a user no more; their tweets leave the home timeline at once. Repeating changes nothing. */
        delete: operations["unfollow"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/followers": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a user. */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        /** Lists who follows a user, the newest follower first. */
        get: operations["listFollowers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/following": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a user. */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        /** Lists whom a user follows, the one followed last first. */
        get: operations["listFollowing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relationships": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /** Tells of up to 100 users at once how they and oneself stand. */
        get: operations["listRelationships"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/block": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a user. */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Blocks a user. Neither sees or follows the other from now on; follows end. Repeating changes nothing. */
        put: operations["block"];
        post?: never;
        /** Blocks a user no more; follows that ended do not come back. Repeating changes nothing. */
        delete: operations["unblock"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/mute": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a user. */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Mutes a user, who is not told; one does not see them from now on. Repeating sets the end anew. */
        put: operations["mute"];
        post?: never;
        /** Mutes a user no more. Repeating changes nothing. */
        delete: operations["unmute"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/blocks": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /** Lists whom one blocks, the one blocked last first. */
        get: operations["listBlocked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mutes": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /** Lists whom one mutes, the one muted last first; those whose mute has ended no more. */
        get: operations["listMuted"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tweets": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /** Answers several tweets, in the order of the ids, without those that are not to be seen. */
        get: operations["getTweets"];
        put?: never;
        /** Posts a tweet; it is stored for good, and in the own home timeline, when this answers. */
        post: operations["postTweet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tweets/{id}": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a tweet. */
                id: components["parameters"]["TweetId"];
            };
            cookie?: never;
        };
        /** Finds a tweet by id. */
        get: operations["getTweet"];
        put?: never;
        post?: never;
        /** Deletes one of the own tweets; nobody sees it from then on. Repeating changes nothing. */
        delete: operations["deleteTweet"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tweets/{id}/like": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a tweet. */
                id: components["parameters"]["TweetId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Likes a tweet.
         * @description May be repeated. A retweet stands for its original.
         */
        put: operations["likeTweet"];
        post?: never;
        /**
         * Takes a like back.
         * @description May be repeated. A retweet stands for its original.
         */
        delete: operations["undoLike"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tweets/{id}/retweet": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a tweet. */
                id: components["parameters"]["TweetId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Shows a tweet to one's followers.
         * @description May be repeated. A retweet stands for its original.
         */
        put: operations["retweetTweet"];
        post?: never;
        /**
         * Takes a retweet back.
         * @description May be repeated. A retweet stands for its original.
         */
        delete: operations["undoRetweet"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tweets/{id}/bookmark": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a tweet. */
                id: components["parameters"]["TweetId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Keeps a tweet for oneself.
         * @description May be repeated. A retweet stands for its original.
         */
        put: operations["bookmarkTweet"];
        post?: never;
        /**
         * Drops a bookmark.
         * @description May be repeated. A retweet stands for its original.
         */
        delete: operations["undoBookmark"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tweets/{id}/likes": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a tweet. */
                id: components["parameters"]["TweetId"];
            };
            cookie?: never;
        };
        /** Lists who likes a tweet, the latest first. */
        get: operations["getLikes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tweets/{id}/retweets": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a tweet. */
                id: components["parameters"]["TweetId"];
            };
            cookie?: never;
        };
        /** Lists who retweeted a tweet, the latest first. */
        get: operations["getRetweets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tweets/{id}/quotes": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a tweet. */
                id: components["parameters"]["TweetId"];
            };
            cookie?: never;
        };
        /** Lists the tweets that quote a tweet, the newest first. */
        get: operations["getQuotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tweets/{id}/conversation": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a tweet. */
                id: components["parameters"]["TweetId"];
            };
            cookie?: never;
        };
        /**
         * Answers a tweet in its conversation.
         * @description The first page has up to 100 tweets that lead to this one, from the first of the conversation on; then the tweet; then up to 25 with which its author went on; then the other replies, oldest first. Further pages have replies only, and the limit is that of the replies. What was deleted, or is not to be seen, is a tombstone where others refer to it.
         */
        get: operations["getConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookmarks": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /** Lists one's bookmarks, the latest first. */
        get: operations["getBookmarks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/timelines/home": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Answers tweets of oneself and of those one follows, newest first.
         * @description `meta.next` leads to what is older and is absent at the end. `meta.previous` leads to what has come since and is
         *     always there: keep it, ask with it later, and it skips nothing and repeats nothing. Of many new tweets a page
         *     holds those that follow on what was read; go on with its own `previous` until a page is empty.
         */
        get: operations["getHomeTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stream": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Goes on as a WebSocket on which one is told what happens.
         * @description Each message is `{"event": ..., "id": ..., "data": ...}`; keep the newest `id`, and open the stream with it when it
         *     has ended: nothing is missed then. The events:
         *
         *     - `tweet`: one for the home timeline; `data` is as `GET /tweets/{id}` answers it.
         *     - `delete`: a tweet is gone; `data` is `{"tweet_id": ...}`.
         *     - `counts`: those of a tweet on the screen have changed; `data` is `{"tweet_id": ..., "counts": ...}`.
         *     - `notification`: one is new or has changed; `data` is a page of it, as `GET /notifications` answers.
         *     - `unread`: how many notifications are unread, at first and whenever that may have changed; `data` is as
         *       `GET /notifications/unread-count` answers.
         *     - `gap`: tweets were not sent, since there were too many or they were not taken in; `data` is `{"cursor": ...}`,
         *       from which the home timeline goes on.
         *     - `reconnect`: the server stops; connect again after `data.after_milliseconds`.
         *     - `problem`: what the client said was wrong; `data` is a problem.
         *
         *     The client may say `{"watch": [ids]}`: up to 100 tweets that are on its screen, instead of those before. Codes with
         *     which the stream ends: 1001 nothing was heard of the client, 1012 the server stops, 1013 the client was too slow,
         *     4401 the session has ended.
         */
        get: operations["openStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stream/events": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Goes on as Server-Sent Events, the same as on the WebSocket.
         * @description A browser's `EventSource` sends the id of the last event by itself when it connects again. Why a stream ends is told by
         *     a last event, `close`, with `{"code": ..., "reason": ...}`.
         */
        get: operations["openEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stream/tickets": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answers a ticket that opens one stream within 30 seconds.
         * @description For clients that cannot send a header with a WebSocket, as browsers. A token never belongs into an address.
         */
        post: operations["issueTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Lists what others did that concerns one, the latest first.
         * @description Likes and retweets of the same tweet, and follows, are gathered for 24 hours from the first of them; mentions,
         *     replies and quotes stand alone. Who is blocked or muted, or blocks one, is left out; a page may hold fewer than
         *     the limit for that, even none, though `meta.next` leads on. The newest 1,000 are kept.
         */
        get: operations["getNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/unread-count": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /** Tells how many notifications are unread, 100 for more. */
        get: operations["getUnreadCount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/read": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Marks as read what was updated up to a notification, or all.
         * @description A notification that another actor comes to later is unread again.
         */
        post: operations["markNotificationsRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/preferences": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /** Tells what one wants to be told; everything at first. */
        get: operations["getPreferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes what one wants to be told from now on; a member left out stays as it is. */
        patch: operations["editPreferences"];
        trace?: never;
    };
    "/api/v1/users/{id}/tweets": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a user. */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        /** Answers the tweets of one user, newest first, paged as the home timeline is. */
        get: operations["getUserTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/likes": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a user. */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        /** Lists the tweets that a user likes, the latest like first. */
        get: operations["getLikedTweets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/metrics": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Tells an operator how the server is doing.
         * @description Of the process that answers, looked at once a second: `data` is the newest look, `history` those of the last five
         *     minutes, oldest first. Rates, latency and lag are over the ten seconds before each.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        IssuedTicket: {
            data: {
                ticket: string;
                /** Format: date-time */
                expires_at: string;
            };
        };
        /**
         * @description A number of up to 63 bits as a string; larger means later.
         * @example 910210353963008000
         */
        Id: string;
        /**
         * @description A place in a list, opaque.
         * @example AQAAAAAAAAAADKG6yg9AAAA
         */
        Cursor: string;
        /**
         * Format: date-time
         * @description UTC, with milliseconds.
         * @example 2026-11-20T08:30:00.000Z
         */
        Time: string;
        /**
         * @description Unique without regard to case.
         * @example alice
         */
        Username: string;
        /** Format: int64 */
        Count: number;
        Registration: {
            username: components["schemas"]["Username"];
            /** @description Told to nobody; unique without regard to case; good for logging in. */
            email: string;
            /** Format: password */
            password: string;
            /** @description One line; the username unless it is given. */
            display_name?: string;
        };
        ProfileEdit: {
            /** @description One line; empty to show the username. */
            display_name?: string;
            /** @description May have several lines. */
            bio?: string;
            /** @description One line. */
            location?: string;
            /** @description An http or https address, or empty. */
            url?: string;
        };
        Credentials: {
            /** @description A username or an e-mail address. */
            login: string;
            /** Format: password */
            password: string;
            /**
             * @description Whether the token shall come as a cookie that no script can read, instead of in the answer.
             * @default false
             */
            cookie: boolean;
        };
        Mute: {
            /** @description After which it ends by itself; without it the mute lasts until it is taken back. */
            duration_seconds?: number;
        };
        Draft: {
            /** @description A text of up to 280 by weight, as twitter-text counts: one for most letters, two for Chinese, Japanese, Korean and emoji, 23 for an address of any length. */
            content: string;
            /** @description The tweet that it answers; a retweet stands for its original. */
            reply_to_id?: components["schemas"]["Id"];
            /** @description The tweet that it quotes; a retweet stands for its original. */
            quote_of_id?: components["schemas"]["Id"];
        };
        ReadUpTo: {
            /** @description The notification up to which all are read; without it all are. */
            up_to?: components["schemas"]["Id"];
        };
        PreferencesEdit: {
            notifications?: {
                mention?: boolean;
                reply?: boolean;
                like?: boolean;
                retweet?: boolean;
                quote?: boolean;
                follow?: boolean;
            };
        };
        /**
         * @example {
         *       "id": "910210353963008000",
         *       "username": "alice",
         *       "display_name": "Alice Moreau",
         *       "bio": "Bread, bicycles, and the occasional database.",
         *       "location": "Lyon",
         *       "url": "https://example.org/alice",
         *       "followers_count": 5,
         *       "following_count": 4,
         *       "tweets_count": 3,
         *       "created_at": "2026-11-20T08:30:00.000Z"
         *     }
         */
        User: {
            id: components["schemas"]["Id"];
            username: components["schemas"]["Username"];
            /** @description Never empty. */
            display_name: string;
            /** @description Empty when there is none. */
            bio: string;
            /** @description Empty when there is none. */
            location: string;
            /** @description An http or https address, empty when there is none. */
            url: string;
            /**
             * Format: uri-reference
             * @description Absent while there is none.
             */
            avatar_url?: string;
            /**
             * Format: uri-reference
             * @description Absent while there is none.
             */
            header_url?: string;
            followers_count: components["schemas"]["Count"];
            following_count: components["schemas"]["Count"];
            tweets_count: components["schemas"]["Count"];
            created_at: components["schemas"]["Time"];
        };
        Session: {
            id: components["schemas"]["Id"];
            /** @description What the client called itself at log-in. */
            user_agent: string;
            created_at: components["schemas"]["Time"];
            expires_at: components["schemas"]["Time"];
            /** @description Whether it is the session of this request. */
            current: boolean;
        };
        LogIn: {
            /** @description Absent with a cookie. To be sent as `Authorization: Bearer ...`; keep it secret. */
            token?: string;
            user_id: components["schemas"]["Id"];
            expires_at: components["schemas"]["Time"];
        };
        Relationship: {
            user_id: components["schemas"]["Id"];
            /** @description Whether one follows this user. */
            following: boolean;
            /** @description Whether this user follows one. */
            followed_by: boolean;
            /** @description Whether one blocks this user. */
            blocking: boolean;
            /** @description Whether this user blocks one. */
            blocked_by: boolean;
            /** @description Whether one mutes this user now. */
            muting: boolean;
        };
        /**
         * @example {
         *       "id": "910214132695695360",
         *       "author_id": "910210353963008000",
         *       "content": "Good morning, @bob. #coffee",
         *       "created_at": "2026-11-20T08:45:00.917Z",
         *       "entities": {
         *         "mentions": [
         *           {
         *             "start": 14,
         *             "end": 18,
         *             "username": "bob"
         *           }
         *         ],
         *         "hashtags": [
         *           {
         *             "start": 20,
         *             "end": 27,
         *             "tag": "coffee"
         *           }
         *         ],
         *         "cashtags": [],
         *         "urls": []
         *       },
         *       "conversation_id": "910214132695695360",
         *       "counts": {
         *         "likes": 0,
         *         "retweets": 0,
         *         "replies": 0,
         *         "quotes": 0
         *       }
         *     }
         */
        Tweet: {
            id: components["schemas"]["Id"];
            author_id: components["schemas"]["Id"];
            /** @description In Unicode normal form C.; empty for a retweet. */
            content: string;
            created_at: components["schemas"]["Time"];
            entities: components["schemas"]["Entities"];
            /** @description The tweet that it answers, absent when it answers none. */
            reply_to_id?: components["schemas"]["Id"];
            /** @description The author of the tweet that it answers. */
            in_reply_to_user_id?: components["schemas"]["Id"];
            /** @description The tweet that it quotes, absent when it quotes none. */
            quote_of_id?: components["schemas"]["Id"];
            /** @description The tweet that it retweets, absent when it is no retweet. */
            retweet_of_id?: components["schemas"]["Id"];
            /** @description The first tweet of its conversation, its own id when it begins one. */
            conversation_id: components["schemas"]["Id"];
            counts: components["schemas"]["TweetCounts"];
        };
        TweetCounts: {
            likes: components["schemas"]["Count"];
            retweets: components["schemas"]["Count"];
            replies: components["schemas"]["Count"];
            quotes: components["schemas"]["Count"];
        };
        /** @description What the text of a tweet holds, each list sorted by start, none overlapping. Offsets count Unicode code points, not UTF-16 units: in JavaScript slice `Array.from(content)`. */
        Entities: {
            mentions: components["schemas"]["Mention"][];
            hashtags: components["schemas"]["Tag"][];
            cashtags: components["schemas"]["Tag"][];
            urls: components["schemas"]["Url"][];
        };
        /** @description In code points, from 0. */
        Offset: number;
        Mention: {
            start: components["schemas"]["Offset"];
            /** @description Exclusive. */
            end: components["schemas"]["Offset"];
            /** @description As written: there may be no such user. */
            username: components["schemas"]["Username"];
        };
        Tag: {
            start: components["schemas"]["Offset"];
            /** @description Exclusive. */
            end: components["schemas"]["Offset"];
            /** @description As written, without its sign. */
            tag: string;
        };
        Url: {
            start: components["schemas"]["Offset"];
            /** @description Exclusive. */
            end: components["schemas"]["Offset"];
            /** @description As written: it may lack the protocol. */
            url: string;
        };
        /** @description Where a list goes on. */
        Meta: {
            /** @description Leads to what is older; absent at the end. */
            next?: components["schemas"]["Cursor"];
            /** @description Leads to what has come since; of timelines only. */
            previous?: components["schemas"]["Cursor"];
        };
        /** @description What the data refer to by id, each once. */
        Includes: {
            /** @description The authors of all tweets. */
            users: components["schemas"]["User"][];
            /** @description Those retweeted or quoted, as far as they are to be seen. */
            tweets: components["schemas"]["Tweet"][];
            /** @description Empty for now. */
            media: Record<string, never>[];
        };
        /** @description Which of the tweets, included ones among them, the reader has dealt with; without members for nobody. */
        Viewer: {
            liked?: components["schemas"]["Id"][];
            retweeted?: components["schemas"]["Id"][];
            bookmarked?: components["schemas"]["Id"][];
        };
        /** @description Where a tweet was, or is one that the reader does not get to see. */
        Tombstone: {
            id: components["schemas"]["Id"];
            /** @enum {unknown} */
            tombstone: "deleted" | "hidden";
            reply_to_id?: components["schemas"]["Id"];
            conversation_id: components["schemas"]["Id"];
        };
        /** @description A tweet that was liked, retweeted or bookmarked, or no longer is, and its counts. */
        Engagement: {
            /** @description The original, where the request named a retweet. */
            tweet_id: components["schemas"]["Id"];
            counts: components["schemas"]["TweetCounts"];
        };
        /**
         * @description That some did the same to the same thing.
         * @example {
         *       "id": "910214132695695361",
         *       "type": "like",
         *       "tweet_id": "910214132695695360",
         *       "actors": [
         *         "910210353963008001",
         *         "910210353963008002"
         *       ],
         *       "actors_count": 2,
         *       "created_at": "2026-11-20T08:45:00.917Z",
         *       "updated_at": "2026-11-20T09:12:31.004Z",
         *       "read": false
         *     }
         */
        Notification: {
            id: components["schemas"]["Id"];
            /** @enum {unknown} */
            type: "mention" | "reply" | "like" | "retweet" | "quote" | "follow";
            /** @description The tweet that mentions, answers or quotes, or that was liked or retweeted; absent for follows. */
            tweet_id?: components["schemas"]["Id"];
            /** @description Who did it, the newest first, ten at most. */
            actors: components["schemas"]["Id"][];
            /** @description How many did it; no more than 1,000 are kept. */
            actors_count: number;
            created_at: components["schemas"]["Time"];
            /** @description When the newest of the actors was added. */
            updated_at: components["schemas"]["Time"];
            /** @description Whether one has read it as it is now. */
            read: boolean;
        };
        UserAnswer: {
            data: components["schemas"]["User"];
        };
        MeAnswer: {
            data: components["schemas"]["User"] & {
                /**
                 * @description Absent for those who are no operators.
                 * @constant
                 */
                admin?: true;
            };
        };
        MetricsPoint: {
            time: components["schemas"]["Time"];
            /** @description Home timelines. */
            reads_per_second: number;
            /** @description Tweets. */
            posts_per_second: number;
            /** @description All, those after the process's health aside. */
            requests_per_second: number;
            /** @description Answers of 500 and above. */
            errors_per_second: number;
            /** @description Of all requests; no more exact than the ranges in which they are counted. */
            latency: {
                p50_ms: number;
                p99_ms: number;
            };
            /** @description How long after it was made a tweet was in its readers' home timelines, for 99 in a hundred; 0 for none. */
            fan_out_lag_ms: number;
            /** @description Tweets times timelines. */
            fan_out_deliveries_per_second: number;
            /** @description Open streams. */
            live_connections: number;
            /** @description Of the process. */
            memory_bytes: number;
            /** @description Of it, what is in use on the heap. */
            heap_bytes: number;
            uptime_seconds: number;
        };
        MetricsAnswer: {
            data: components["schemas"]["MetricsPoint"];
            history: components["schemas"]["MetricsPoint"][];
        };
        LogInAnswer: {
            data: components["schemas"]["LogIn"];
        };
        SessionsAnswer: {
            data: components["schemas"]["Session"][];
        };
        RelationshipAnswer: {
            data: components["schemas"]["Relationship"];
        };
        RelationshipsAnswer: {
            data: components["schemas"]["Relationship"][];
        };
        TweetAnswer: {
            data: components["schemas"]["Tweet"];
            includes: components["schemas"]["Includes"];
            viewer: components["schemas"]["Viewer"];
        };
        UnreadCountAnswer: {
            data: {
                unread_count: number;
            };
        };
        PreferencesAnswer: {
            data: {
                notifications: {
                    mention: boolean;
                    reply: boolean;
                    like: boolean;
                    retweet: boolean;
                    quote: boolean;
                    follow: boolean;
                };
            };
        };
        LikeAnswer: {
            data: components["schemas"]["Engagement"] & {
                liked: boolean;
            };
        };
        RetweetAnswer: {
            data: components["schemas"]["Engagement"] & {
                retweeted: boolean;
            };
        };
        BookmarkAnswer: {
            data: components["schemas"]["Engagement"] & {
                bookmarked: boolean;
            };
        };
        UserPage: {
            data: components["schemas"]["User"][];
            meta: components["schemas"]["Meta"];
        };
        TweetPage: {
            data: components["schemas"]["Tweet"][];
            includes: components["schemas"]["Includes"];
            viewer: components["schemas"]["Viewer"];
            meta: components["schemas"]["Meta"];
        };
        TimelinePage: components["schemas"]["TweetPage"] & {
            meta?: unknown;
        };
        NotificationPage: {
            data: components["schemas"]["Notification"][];
            /** @description The tweets of the notifications, those that they quote, their authors, and the actors that are named. */
            includes: components["schemas"]["Includes"];
            viewer: components["schemas"]["Viewer"];
            meta: components["schemas"]["Meta"];
        };
        ConversationPage: {
            data: (components["schemas"]["Tweet"] | components["schemas"]["Tombstone"])[];
            includes: components["schemas"]["Includes"];
            viewer: components["schemas"]["Viewer"];
            meta: components["schemas"]["Meta"];
        };
        Health: {
            /** @enum {string} */
            status: "live";
        };
        Readiness: {
            /** @enum {string} */
            status: "ready";
            /** @description Stores and roles that this process calls; none where it runs on its own. */
            dependencies: {
                name: string;
                /**
                 * @description closed is well, open is down, half_open is being tried again.
                 * @enum {string}
                 */
                state: "closed" | "open" | "half_open";
            }[];
        };
        /** @description What went wrong, as RFC 9457 has it. */
        Problem: {
            /**
             * Format: uri
             * @description The code as a URN.
             */
            type: string;
            /** @description The kind of problem. */
            title: string;
            status: number;
            /** @description For people: what is wrong and what to do. */
            detail: string;
            /** @description For programs: never renamed, but more may come. */
            code: string;
            /** @description The member, parameter or header that is wrong. */
            field?: string;
            /** @description To tell the operator. */
            request_id: string;
        };
    };
    responses: {
        /** @description Done; there is nothing to say. */
        Done: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The body is not one JSON object (`malformed_json`). */
        MalformedJson: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 400;
                    /** @enum {unknown} */
                    code?: "malformed_json";
                };
            };
        };
        /** @description The query is not encoded as addresses are (`malformed_query`). */
        MalformedQuery: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 400;
                    /** @enum {unknown} */
                    code?: "malformed_query";
                };
            };
        };
        /** @description No token is needed, but one was sent that is not valid (`invalid_token`), or something that is no Bearer token (`unauthorized`). */
        BadToken: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 401;
                    /** @enum {unknown} */
                    code?: "unauthorized" | "invalid_token";
                };
            };
        };
        /** @description There is no token (`unauthorized`), or it is not valid, or no longer (`invalid_token`, `invalid_ticket`). */
        NotLoggedIn: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["Authenticate"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:roost:problem:invalid_token",
                 *       "title": "Not logged in",
                 *       "status": 401,
                 *       "detail": "The token is not valid, or no longer: log in again.",
                 *       "code": "invalid_token",
                 *       "request_id": "9f3c51d27a60be84"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 401;
                    /** @enum {unknown} */
                    code?: "unauthorized" | "invalid_token" | "invalid_ticket";
                };
            };
        };
        /** @description There is no such thing, or it is there no more (`not_found`). */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 404;
                    /** @enum {unknown} */
                    code?: "not_found";
                };
            };
        };
        /** @description The body is larger than the server takes (`body_too_large`); 64 KiB unless it is set up otherwise. */
        BodyTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 413;
                    /** @enum {unknown} */
                    code?: "body_too_large";
                };
            };
        };
        /** @description The body is not sent as `Content-Type: application/json` (`unsupported_media_type`). */
        NotJson: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 415;
                    /** @enum {unknown} */
                    code?: "unsupported_media_type";
                };
            };
        };
        /** @description A member is missing or does not fit (`invalid_value`), or is not known (`unknown_field`). */
        InvalidBody: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:roost:problem:invalid_value",
                 *       "title": "Invalid value",
                 *       "status": 422,
                 *       "detail": "A password has 8 to 128 characters.",
                 *       "code": "invalid_value",
                 *       "field": "password",
                 *       "request_id": "9f3c51d27a60be84"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 422;
                    /** @enum {unknown} */
                    code?: "invalid_value" | "unknown_field";
                };
            };
        };
        /** @description A parameter of the query does not fit (`invalid_value`). */
        InvalidParameter: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 422;
                    /** @enum {unknown} */
                    code?: "invalid_value";
                };
            };
        };
        /** @description A page of another origin may not do this by cookie (`cross_origin`). */
        CrossOrigin: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 403;
                    /** @enum {unknown} */
                    code?: "cross_origin";
                };
            };
        };
        /** @description One of the two blocks the other (`blocked`), or a page of another origin may not do this by cookie (`cross_origin`). */
        Blocked: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 403;
                    /** @enum {unknown} */
                    code?: "blocked" | "cross_origin";
                };
            };
        };
        /** @description Nobody blocks themselves (`self_block`). */
        SelfBlock: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 422;
                    /** @enum {unknown} */
                    code?: "self_block";
                    /** @constant */
                    field: "id";
                };
            };
        };
        /** @description Nobody mutes themselves (`self_mute`). */
        SelfMute: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 422;
                    /** @enum {unknown} */
                    code?: "self_mute";
                    /** @constant */
                    field: "id";
                };
            };
        };
        /** @description Nobody mutes themselves (`self_mute`), or a member does not fit (`invalid_value`), or is not known (`unknown_field`). */
        InvalidMute: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 422;
                    /** @enum {unknown} */
                    code?: "self_mute" | "invalid_value" | "unknown_field";
                };
            };
        };
        /** @description Nobody follows themselves (`self_follow`). */
        SelfFollow: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 422;
                    /** @enum {unknown} */
                    code?: "self_follow" | "following_limit";
                    /** @constant */
                    field: "id";
                };
            };
        };
        /** @description Too many requests of this kind by the user, or from the address (`rate_limited`), or log-ins that failed (`too_many_failures`); try again after `Retry-After` seconds. `RateLimit-Policy` and `RateLimit` tell which limit it was, where it was a limit. */
        TooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 429;
                    /** @enum {unknown} */
                    code?: "rate_limited" | "too_many_failures";
                };
            };
        };
        /** @description Too many passwords wait to be checked (`overloaded`); try again after `Retry-After` seconds. */
        Overloaded: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 503;
                    /** @enum {unknown} */
                    code?: "overloaded";
                };
            };
        };
        /** @description What any request may meet, as told at the top. */
        Other: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
        RequestId: string;
        /**
         * @description Names the post, so that sending it again does not post twice: make a new one, such as a UUID, for each tweet. Remembered for 24 hours, for each user apart.
         * @example 0f8b7a52-5d0e-4c1b-9d5f-3a1e64f0b2c7
         */
        IdempotencyKey: string;
        /** @description Of a user. */
        UserId: components["schemas"]["Id"];
        /** @description Of a tweet. */
        TweetId: components["schemas"]["Id"];
        /** @description How many to answer at most. */
        Limit: number;
        /** @description A ticket from `POST /stream/tickets`, instead of a token. */
        Ticket: string;
        /** @description The id of the last event that was received, or a home timeline's `meta.previous`: what came since is sent first. */
        LastEvent: string;
        /** @description Up to 100 tweets that are on the screen, with commas between. */
        Watch: string;
        /** @description From `meta` of an earlier page of the same list, as it is; without one the list begins at its newest. */
        Cursor: components["schemas"]["Cursor"];
    };
    requestBodies: never;
    headers: {
        /** @description The request's name, as sent or made by the server; tell it to the operator when something fails. */
        RequestId: string;
        /** @description Path of what was made. */
        Location: string;
        /** @description Seconds to wait before the next attempt. */
        RetryAfter: number;
        /** @description The limit's name, its quota of requests, and the seconds in which they come back. */
        RateLimitPolicy: string;
        /** @description The limit's name, how many requests are left, and the seconds until there is one again, when none is left, or until all are back. */
        RateLimit: string;
        /** @description With `"cookie": true` only: `roost_session=...; Max-Age=...; Path=/api; HttpOnly; SameSite=Strict`, and `Secure` where the client came by TLS. */
        SetCookie: string;
        /** @description How to authenticate. */
        Authenticate: "Bearer";
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getLiveness: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It runs. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "live"
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
            401: components["responses"]["BadToken"];
            default: components["responses"]["Other"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It takes requests. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready",
                     *       "dependencies": [
                     *         {
                     *           "name": "redis",
                     *           "state": "closed"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            401: components["responses"]["BadToken"];
            /** @description It takes none now (`not_ready`). */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 503;
                        /** @enum {unknown} */
                        code?: "not_ready";
                    };
                };
            };
            default: components["responses"]["Other"];
        };
    };
    getDescription: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An OpenAPI 3.1 document. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openapi: string;
                        info: Record<string, never>;
                        paths: Record<string, never>;
                    };
                };
            };
            401: components["responses"]["BadToken"];
            default: components["responses"]["Other"];
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "username": "alice",
                 *       "email": "alice@example.org",
                 *       "password": "correct horse battery",
                 *       "display_name": "Alice Moreau"
                 *     }
                 */
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            /** @description The new user. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserAnswer"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["BadToken"];
            /** @description Someone has the username (`username_taken`) or the e-mail address (`email_taken`) already. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:roost:problem:username_taken",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "Someone has this username already.",
                     *       "code": "username_taken",
                     *       "field": "username",
                     *       "request_id": "9f3c51d27a60be84"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "username_taken" | "email_taken";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            422: components["responses"]["InvalidBody"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["Other"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user whose token it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeAnswer"];
                };
            };
            401: components["responses"]["NotLoggedIn"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    editMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "bio": "Bread, bicycles, and the occasional database.",
                 *       "url": "https://example.org/alice"
                 *     }
                 */
                "application/json": components["schemas"]["ProfileEdit"];
            };
        };
        responses: {
            /** @description The user as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeAnswer"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["NotLoggedIn"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            422: components["responses"]["InvalidBody"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a user. */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserAnswer"];
                };
            };
            401: components["responses"]["BadToken"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    getUserByUsername: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description In any case. */
                username: components["schemas"]["Username"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserAnswer"];
                };
            };
            /** @description The name is not encoded as addresses are (`malformed_path`). */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "malformed_path";
                    };
                };
            };
            401: components["responses"]["BadToken"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsAnswer"];
                };
            };
            401: components["responses"]["NotLoggedIn"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "login": "alice",
                 *       "password": "correct horse battery",
                 *       "cookie": false
                 *     }
                 */
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description The token, which is told this once; with `"cookie": true` it is in the header `Set-Cookie` and not in the answer. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Set-Cookie": components["headers"]["SetCookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogInAnswer"];
                };
            };
            400: components["responses"]["MalformedJson"];
            /** @description The login and the password do not belong together (`wrong_credentials`), or a token was sent along that is not valid (`unauthorized`, `invalid_token`). */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "WWW-Authenticate": components["headers"]["Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 401;
                        /** @enum {unknown} */
                        code?: "wrong_credentials" | "unauthorized" | "invalid_token";
                    };
                };
            };
            403: components["responses"]["CrossOrigin"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            422: components["responses"]["InvalidBody"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Overloaded"];
            default: components["responses"]["Other"];
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Done"];
            401: components["responses"]["NotLoggedIn"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    revokeSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description From the list of sessions. */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Done"];
            401: components["responses"]["NotLoggedIn"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    follow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a user. */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the two stand now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationshipAnswer"];
                };
            };
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Blocked"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["SelfFollow"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    unfollow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a user. */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the two stand now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationshipAnswer"];
                };
            };
            401: components["responses"]["NotLoggedIn"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["SelfFollow"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    listFollowers: {
        parameters: {
            query?: {
                /** @description How many to answer at most. */
                limit?: components["parameters"]["Limit"];
                /** @description From `meta` of an earlier page of the same list, as it is; without one the list begins at its newest. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a user. */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of followers. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            400: components["responses"]["MalformedQuery"];
            401: components["responses"]["BadToken"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidParameter"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    listFollowing: {
        parameters: {
            query?: {
                /** @description How many to answer at most. */
                limit?: components["parameters"]["Limit"];
                /** @description From `meta` of an earlier page of the same list, as it is; without one the list begins at its newest. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a user. */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of followees. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            400: components["responses"]["MalformedQuery"];
            401: components["responses"]["BadToken"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidParameter"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    listRelationships: {
        parameters: {
            query: {
                /**
                 * @description User ids with commas between. Of an id that nobody has, all answers are false.
                 * @example [
                 *       "910210353963008000",
                 *       "910210353963008001"
                 *     ]
                 */
                ids: components["schemas"]["Id"][];
            };
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One for each id, in their order. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationshipsAnswer"];
                };
            };
            400: components["responses"]["MalformedQuery"];
            401: components["responses"]["NotLoggedIn"];
            422: components["responses"]["InvalidParameter"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    block: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a user. */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the two stand now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationshipAnswer"];
                };
            };
            401: components["responses"]["NotLoggedIn"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["SelfBlock"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    unblock: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a user. */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the two stand now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationshipAnswer"];
                };
            };
            401: components["responses"]["NotLoggedIn"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["SelfBlock"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    mute: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a user. */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "duration_seconds": 86400
                 *     }
                 */
                "application/json": components["schemas"]["Mute"];
            };
        };
        responses: {
            /** @description How the two stand now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationshipAnswer"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["NotLoggedIn"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            422: components["responses"]["InvalidMute"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    unmute: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a user. */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the two stand now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationshipAnswer"];
                };
            };
            401: components["responses"]["NotLoggedIn"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["SelfMute"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    listBlocked: {
        parameters: {
            query?: {
                /** @description How many to answer at most. */
                limit?: components["parameters"]["Limit"];
                /** @description From `meta` of an earlier page of the same list, as it is; without one the list begins at its newest. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of users. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            400: components["responses"]["MalformedQuery"];
            401: components["responses"]["NotLoggedIn"];
            422: components["responses"]["InvalidParameter"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    listMuted: {
        parameters: {
            query?: {
                /** @description How many to answer at most. */
                limit?: components["parameters"]["Limit"];
                /** @description From `meta` of an earlier page of the same list, as it is; without one the list begins at its newest. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of users. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            400: components["responses"]["MalformedQuery"];
            401: components["responses"]["NotLoggedIn"];
            422: components["responses"]["InvalidParameter"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    getTweets: {
        parameters: {
            query: {
                /** @description Up to 100 ids of tweets, with commas between. */
                ids: string;
            };
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tweets. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TweetPage"];
                };
            };
            400: components["responses"]["MalformedQuery"];
            401: components["responses"]["BadToken"];
            422: components["responses"]["InvalidParameter"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    postTweet: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description Names the post, so that sending it again does not post twice: make a new one, such as a UUID, for each tweet. Remembered for 24 hours, for each user apart.
                 * @example 0f8b7a52-5d0e-4c1b-9d5f-3a1e64f0b2c7
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "content": "Good morning, roost. #coffee"
                 *     }
                 */
                "application/json": components["schemas"]["Draft"];
            };
        };
        responses: {
            /** @description The tweet and its author; with an `Idempotency-Key` that was used before, the tweet posted then. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TweetAnswer"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Blocked"];
            /** @description The `Idempotency-Key` was used for another text (`idempotency_key_reused`). */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        field: "Idempotency-Key";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            422: components["responses"]["InvalidBody"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    getTweet: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a tweet. */
                id: components["parameters"]["TweetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tweet and its author. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TweetAnswer"];
                };
            };
            401: components["responses"]["BadToken"];
            403: components["responses"]["Blocked"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    deleteTweet: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a tweet. */
                id: components["parameters"]["TweetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Done"];
            401: components["responses"]["NotLoggedIn"];
            /** @description It is someone else's tweet (`not_your_tweet`), or a page of another origin may not do this by cookie (`cross_origin`). */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "not_your_tweet" | "cross_origin";
                    };
                };
            };
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    likeTweet: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a tweet. */
                id: components["parameters"]["TweetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LikeAnswer"];
                };
            };
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Blocked"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    undoLike: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a tweet. */
                id: components["parameters"]["TweetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is no longer so. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LikeAnswer"];
                };
            };
            401: components["responses"]["NotLoggedIn"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    retweetTweet: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a tweet. */
                id: components["parameters"]["TweetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetweetAnswer"];
                };
            };
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Blocked"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    undoRetweet: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a tweet. */
                id: components["parameters"]["TweetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is no longer so. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetweetAnswer"];
                };
            };
            401: components["responses"]["NotLoggedIn"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    bookmarkTweet: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a tweet. */
                id: components["parameters"]["TweetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookmarkAnswer"];
                };
            };
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Blocked"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    undoBookmark: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a tweet. */
                id: components["parameters"]["TweetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is no longer so. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookmarkAnswer"];
                };
            };
            401: components["responses"]["NotLoggedIn"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    getLikes: {
        parameters: {
            query?: {
                /** @description How many to answer at most. */
                limit?: components["parameters"]["Limit"];
                /** @description From `meta` of an earlier page of the same list, as it is; without one the list begins at its newest. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a tweet. */
                id: components["parameters"]["TweetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            400: components["responses"]["MalformedQuery"];
            401: components["responses"]["BadToken"];
            403: components["responses"]["Blocked"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidParameter"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    getRetweets: {
        parameters: {
            query?: {
                /** @description How many to answer at most. */
                limit?: components["parameters"]["Limit"];
                /** @description From `meta` of an earlier page of the same list, as it is; without one the list begins at its newest. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a tweet. */
                id: components["parameters"]["TweetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            400: components["responses"]["MalformedQuery"];
            401: components["responses"]["BadToken"];
            403: components["responses"]["Blocked"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidParameter"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    getQuotes: {
        parameters: {
            query?: {
                /** @description How many to answer at most. */
                limit?: components["parameters"]["Limit"];
                /** @description From `meta` of an earlier page of the same list, as it is; without one the list begins at its newest. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a tweet. */
                id: components["parameters"]["TweetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TweetPage"];
                };
            };
            400: components["responses"]["MalformedQuery"];
            401: components["responses"]["BadToken"];
            403: components["responses"]["Blocked"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidParameter"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    getConversation: {
        parameters: {
            query?: {
                /** @description How many to answer at most. */
                limit?: components["parameters"]["Limit"];
                /** @description From `meta` of an earlier page of the same list, as it is; without one the list begins at its newest. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a tweet. */
                id: components["parameters"]["TweetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tweets and tombstones. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationPage"];
                };
            };
            400: components["responses"]["MalformedQuery"];
            401: components["responses"]["BadToken"];
            403: components["responses"]["Blocked"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidParameter"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    getBookmarks: {
        parameters: {
            query?: {
                /** @description How many to answer at most. */
                limit?: components["parameters"]["Limit"];
                /** @description From `meta` of an earlier page of the same list, as it is; without one the list begins at its newest. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tweets. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TweetPage"];
                };
            };
            400: components["responses"]["MalformedQuery"];
            401: components["responses"]["NotLoggedIn"];
            422: components["responses"]["InvalidParameter"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    getHomeTimeline: {
        parameters: {
            query?: {
                /** @description How many to answer at most. */
                limit?: components["parameters"]["Limit"];
                /** @description From `meta` of an earlier page of the same list, as it is; without one the list begins at its newest. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tweets. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
            400: components["responses"]["MalformedQuery"];
            401: components["responses"]["NotLoggedIn"];
            422: components["responses"]["InvalidParameter"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    openStream: {
        parameters: {
            query?: {
                /** @description A ticket from `POST /stream/tickets`, instead of a token. */
                ticket?: components["parameters"]["Ticket"];
                /** @description The id of the last event that was received, or a home timeline's `meta.previous`: what came since is sent first. */
                last_event_id?: components["parameters"]["LastEvent"];
                /** @description Up to 100 tweets that are on the screen, with commas between. */
                watch?: components["parameters"]["Watch"];
            };
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The WebSocket is open. */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MalformedQuery"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["CrossOrigin"];
            422: components["responses"]["InvalidParameter"];
            /** @description The client did not ask for a WebSocket, version 13. */
            426: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    openEvents: {
        parameters: {
            query?: {
                /** @description A ticket from `POST /stream/tickets`, instead of a token. */
                ticket?: components["parameters"]["Ticket"];
                /** @description The id of the last event that was received, or a home timeline's `meta.previous`: what came since is sent first. */
                last_event_id?: components["parameters"]["LastEvent"];
                /** @description Up to 100 tweets that are on the screen, with commas between. */
                watch?: components["parameters"]["Watch"];
            };
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /** @description As `last_event_id`, and goes before it. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream is open. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            400: components["responses"]["MalformedQuery"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["CrossOrigin"];
            422: components["responses"]["InvalidParameter"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    issueTicket: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ticket. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedTicket"];
                };
            };
            401: components["responses"]["NotLoggedIn"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    getNotifications: {
        parameters: {
            query?: {
                /** @description Some of the types, with commas between; without it all. */
                types?: string;
                /** @description How many to answer at most. */
                limit?: components["parameters"]["Limit"];
                /** @description From `meta` of an earlier page of the same list, as it is; without one the list begins at its newest. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of notifications. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPage"];
                };
            };
            400: components["responses"]["MalformedQuery"];
            401: components["responses"]["NotLoggedIn"];
            422: components["responses"]["InvalidParameter"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    getUnreadCount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The count. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadCountAnswer"];
                };
            };
            401: components["responses"]["NotLoggedIn"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    markNotificationsRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "up_to": "910214132695695360"
                 *     }
                 */
                "application/json": components["schemas"]["ReadUpTo"];
            };
        };
        responses: {
            /** @description How many are unread now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadCountAnswer"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["NotLoggedIn"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            422: components["responses"]["InvalidBody"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    getPreferences: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One's preferences. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferencesAnswer"];
                };
            };
            401: components["responses"]["NotLoggedIn"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    editPreferences: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "notifications": {
                 *         "like": false
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PreferencesEdit"];
            };
        };
        responses: {
            /** @description One's preferences as they are now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferencesAnswer"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["NotLoggedIn"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["NotJson"];
            422: components["responses"]["InvalidBody"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    getUserTimeline: {
        parameters: {
            query?: {
                /** @description Without it replies to others are left out. */
                with?: "replies";
                /** @description How many to answer at most. */
                limit?: components["parameters"]["Limit"];
                /** @description From `meta` of an earlier page of the same list, as it is; without one the list begins at its newest. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a user. */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tweets. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
            400: components["responses"]["MalformedQuery"];
            401: components["responses"]["BadToken"];
            403: components["responses"]["Blocked"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidParameter"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    getLikedTweets: {
        parameters: {
            query?: {
                /** @description How many to answer at most. */
                limit?: components["parameters"]["Limit"];
                /** @description From `meta` of an earlier page of the same list, as it is; without one the list begins at its newest. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Of a user. */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tweets. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TweetPage"];
                };
            };
            400: components["responses"]["MalformedQuery"];
            401: components["responses"]["BadToken"];
            403: components["responses"]["Blocked"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidParameter"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
    getMetrics: {
        parameters: {
            query?: {
                /** @description A time, such as that of a point; only later ones are in `history` then. */
                since?: components["schemas"]["Time"];
            };
            header?: {
                /** @description Names the request, in the answer and in the server's log. One that does not fit is replaced. */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it is doing. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetricsAnswer"];
                };
            };
            400: components["responses"]["MalformedQuery"];
            401: components["responses"]["NotLoggedIn"];
            /** @description The user is no operator (`not_an_admin`). */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "not_an_admin";
                    };
                };
            };
            422: components["responses"]["InvalidParameter"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Other"];
        };
    };
}
