import { Link } from "../ui/Link";
import { paths } from "../ui/paths";
import { useLatestSample } from "../data/latest";
import { TweetRow } from "../tweet/TweetRow";

const MOST = 6;

/** A few of the newest tweets; nothing if there are none. */
export default function LandingTweets() {
  const ids = (useLatestSample().data ?? []).slice(0, MOST);
  if (ids.length === 0) return null;
  return (
    <section className="landing-tweets" aria-labelledby="landing-tweets">
      <header>
        <h2 id="landing-tweets">Latest on Roost</h2>
        <Link to={paths.latest}>More tweets</Link>
      </header>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <TweetRow id={id} />
          </li>
        ))}
      </ul>
    </section>
  );
}
