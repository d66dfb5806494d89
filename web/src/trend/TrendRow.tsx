import type { Trend } from "../api/types";
import { Link } from "../ui/Link";
import { Menu } from "../ui/Menu";
import { HideIcon, MoreIcon } from "../ui/icons";
import { paths } from "../ui/paths";
import { clockOf, exactTime } from "../ui/time";
import { useMe } from "../data/me";
import { useSearchesTweets } from "../data/searching";
import { dismissTopic } from "../data/trends";
import { Sparkline } from "./Sparkline";
import { focusBeside } from "./focusBeside";
import { people, wordsFor } from "./trendText";
import "./TrendRow.css";

interface TrendRowProps {
  trend: Trend;
  rank: number;
  /** Without the chart, in a list for narrow places. */
  short?: boolean;
}

/** A topic that trends, and how many people write about it. */
export function TrendRow({ trend, rank, short = false }: TrendRowProps) {
  const page = usePage(trend);
  const isMember = useMe() !== null;
  // A feed consists of articles.
  const Row = short ? "div" : "article";
  const { topic, kind, authors_count: authors, since, recent_authors: recent } = trend;
  return (
    <Row
      className={`trend ${short ? "trend-short" : ""}`}
      role={short ? "listitem" : undefined}
      data-row={topic}
      data-page={page}
      tabIndex={-1}
      aria-label={`${rank}. ${topic}`}
    >
      <span className="trend-rank" aria-hidden="true">
        {rank}
      </span>
      <div className="trend-main">
        <p className="trend-topic">
          {page === undefined ? (
            <bdi>{topic}</bdi>
          ) : (
            <Link to={page}>
              <bdi>{topic}</bdi>
            </Link>
          )}
        </p>
        <p className="trend-facts">
          {short ? null : <span className="trend-kind">{kind === "hashtag" ? "Hashtag" : "Phrase"} · </span>}
          {people(authors)}
          {short ? null : (
            <>
              {" · since "}
              <time dateTime={since} title={exactTime(since)}>
                {clockOf(since)}
              </time>
            </>
          )}
        </p>
      </div>
      {short ? null : <Sparkline recent={recent} />}
      {isMember ? (
        <Menu label={`More about ${topic}`} items={() => [{ label: "Not interested in this", icon: <HideIcon />, run: () => dismiss(topic) }]}>
          <MoreIcon />
        </Menu>
      ) : null}
    </Row>
  );
}

/** The tweets about a topic; one of them if this server does not search tweets. */
function usePage(trend: Trend): string | undefined {
  if (useSearchesTweets()) return paths.search(wordsFor(trend));
  return trend.sample_tweet_id === undefined ? undefined : paths.tweet(trend.sample_tweet_id);
}

function dismiss(topic: string): void {
  focusBeside(document.activeElement);
  void dismissTopic(topic);
}
