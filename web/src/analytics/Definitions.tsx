import "./NumbersTable.css";
import "./Definitions.css";

/** What is counted, and how. `several` for those of all tweets together. */
export function Definitions({ several = false }: { several?: boolean }) {
  return (
    <details className="numbers definitions">
      <summary>What the numbers mean</summary>
      <dl>
        <dt>Impressions</dt>
        <dd>
          How often somebody saw {several ? "your tweets" : "this tweet"}: at least half of it was on screen for a second. The same
          person counts again after 30 seconds. You don't count, and neither do visitors without an account.
        </dd>
        {several ? (
          <>
            <dt>Viewer days</dt>
            <dd>
              The viewers of each tweet and each day, added up. Somebody who saw three of your tweets counts three times, so this is
              not a number of people.
            </dd>
          </>
        ) : (
          <>
            <dt>Viewers</dt>
            <dd>
              The people who saw it. This is exact for 24 hours, for as long as Roost remembers who saw what. Whoever comes back later
              counts again.
            </dd>
          </>
        )}
        <dt>Engaged viewers</dt>
        <dd>The viewers who did at least one of the things below. They count in the hour in which they first saw the tweet.</dd>
        <dt>Likes, retweets, quotes, replies, bookmarks</dt>
        <dd>Without those that were taken back within 24 hours.</dd>
        <dt>Tweet, link, media and profile opens</dt>
        <dd>Each person counts once in 24 hours.</dd>
        <dt>Follows</dt>
        <dd>People who followed you within 30 minutes of opening your profile from the tweet.</dd>
      </dl>
    </details>
  );
}
