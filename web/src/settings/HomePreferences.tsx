import { Button } from "../ui/Button";
import { Failure } from "../ui/Failure";
import { Link } from "../ui/Link";
import { Skeletons } from "../ui/Skeletons";
import { paths } from "../ui/paths";
import type { Feedback } from "../api/types";
import { useCell } from "../api/cell";
import { removeFeedback, useFeedback } from "../data/feedback";
import { type HomeOrder, homeOrder } from "../data/homeOrder";
import { useTweet } from "../data/tweets";
import { useUser } from "../data/users";
import { readIn } from "../data/chosenOrder";
import { prefer, usePreferences } from "../data/preferences";
import "./setting.css";
import "./NotificationPreferences.css";
import "./MessagePreferences.css";
import "./TrendSettings.css";

const orders: readonly { order: HomeOrder; label: string; about: string }[] = [
  { order: "latest", label: "Latest first", about: "Every tweet of the people you follow, the newest first." },
  { order: "top", label: "Top tweets first", about: "The same tweets, those you are likely to care about first." },
  { order: "hybrid", label: "New ones, then top", about: "What you haven't seen yet, the newest first, and then top tweets." },
];

/** The order of the home timeline, and what changes it. */
export function HomePreferences() {
  const { data } = usePreferences();
  const chosen = useCell(homeOrder);
  return (
    <>
      <section className="setting" aria-labelledby="setting-home">
        <h2 id="setting-home">Home timeline</h2>
        <fieldset className="radios">
          <legend>Order</legend>
          {orders.map(({ order, label, about }) => (
            <label key={order} className="radio">
              <input
                type="radio"
                name="home-order"
                disabled={data === undefined}
                checked={chosen === order}
                onChange={() => readIn(order)}
              />
              <span>
                {label}
                <span className="radio-about">{about}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <label className="switch">
          <span>
            Remember what I have seen
            <span className="radio-about">
              For two days, so that it sinks in both of the other orders. Only you benefit from it. If this is off, it is forgotten.
            </span>
          </span>
          <input
            type="checkbox"
            role="switch"
            disabled={data === undefined}
            checked={data?.home.remember_seen ?? true}
            onChange={({ target }) => prefer({ home: { remember_seen: target.checked } })}
          />
        </label>
      </section>
      <section className="setting" aria-labelledby="setting-feedback">
        <h2 id="setting-feedback">More and less</h2>
        <Given />
      </section>
    </>
  );
}

function Given() {
  const { data: feedback, error, refetch } = useFeedback();
  if (error && feedback === undefined) return <Failure error={error} retry={() => void refetch()} />;
  if (feedback === undefined) return <Skeletons label="feedback" rows={2} />;
  if (feedback.length === 0) return <p>Nothing yet. “Show less like this” in a tweet's menu ranks its author lower.</p>;
  return (
    <ul className="dismissed">
      {feedback.map((each) => (
        <GivenRow key={each.tweet_id} feedback={each} />
      ))}
    </ul>
  );
}

function GivenRow({ feedback }: { feedback: Feedback }) {
  const tweet = useTweet(feedback.tweet_id);
  const author = useUser(feedback.author_id);
  const name = author === undefined ? "a user" : `@${author.username}`;
  const what = `${feedback.kind === "less" ? "Less" : "More"} like a tweet of ${name}`;
  return (
    <li>
      {tweet === undefined ? <span>{what}</span> : <Link to={paths.tweet(feedback.tweet_id)}>{what}</Link>}
      <Button aria-label={`Remove: ${what}`} onClick={() => void removeFeedback(feedback.tweet_id)}>
        Remove
      </Button>
    </li>
  );
}
