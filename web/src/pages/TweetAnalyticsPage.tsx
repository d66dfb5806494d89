import { useState } from "react";
import { statusOf } from "../api/problem";
import type { TweetAnalytics } from "../api/types";
import { Failure } from "../ui/Failure";
import { Notice } from "../ui/Notice";
import { PageHead } from "../ui/PageHead";
import { Segments } from "../ui/Segments";
import { Skeletons } from "../ui/Skeletons";
import { clockOf } from "../ui/time";
import { originalOf, useTweet } from "../data/tweets";
import { QuotedTweet } from "../tweet/QuotedTweet";
import { useTweetAnalytics } from "../analytics/analytics";
import { BarChart } from "../analytics/BarChart";
import { Definitions } from "../analytics/Definitions";
import { Figures } from "../analytics/Figures";
import { DAY, HOUR, type Interval, startOf, withGaps } from "../analytics/intervals";
import type { Unit } from "../analytics/labels";
import { tweetMeasures } from "../analytics/measures";
import { NumbersTable } from "../analytics/NumbersTable";
import "./AnalyticsPage.css";

/** How many bars the chart has. The server lists the hours of a week. */
const BARS = { hour: { length: HOUR, least: 12, most: 168 }, day: { length: DAY, least: 7, most: 90 } } as const;

/** How often a tweet of the user was seen, and what its viewers did. */
export default function TweetAnalyticsPage({ id }: { id: string }) {
  const { data, error, refetch } = useTweetAnalytics(id);
  return (
    <>
      <PageHead title="Tweet analytics" {...(data?.as_of && { about: `Counted until ${clockOf(data.as_of)}` })} back />
      {data !== undefined ? (
        <Numbers id={originalOf(id)} analytics={data} />
      ) : statusOf(error) === 404 ? (
        <Notice title="No analytics here">Only the author of a tweet can see its analytics.</Notice>
      ) : error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : (
        <Skeletons label="analytics" />
      )}
    </>
  );
}

function Numbers({ id, analytics }: { id: string; analytics: TweetAnalytics }) {
  const tweet = useTweet(id)?.tweet;
  const [measure, setMeasure] = useState(tweetMeasures[0]);
  const [unit, setUnit] = useState<Unit>(analytics.hours.length === 0 && analytics.days.length > 0 ? "day" : "hour");
  const now = startOf(analytics.as_of ?? new Date().toISOString());
  const since = tweet === undefined ? now : startOf(tweet.created_at);
  const known = knownBy(analytics, unit);
  const shown = withGaps(known, since, now, BARS[unit]);
  return (
    <div className="analytics">
      <div className="analytics-tweet">
        <QuotedTweet id={id} />
      </div>
      <Figures measures={tweetMeasures} totals={analytics} chosen={measure} onChoose={setMeasure} />
      <div className="analytics-choice">
        <h2>{measure.name}</h2>
        <Segments
          label="Bars"
          options={[
            { value: "hour", label: "Hours" },
            { value: "day", label: "Days" },
          ]}
          chosen={unit}
          onChoose={setUnit}
        />
      </div>
      <BarChart key={unit} measure={measure} intervals={shown} unit={unit} />
      <NumbersTable measures={tweetMeasures} intervals={known} unit={unit} />
      <Definitions />
    </div>
  );
}

/** What the server lists: hours or days with counts. */
function knownBy({ hours, days }: TweetAnalytics, unit: Unit): Interval[] {
  return unit === "hour"
    ? hours.map((counts) => ({ start: startOf(counts.hour), counts }))
    : days.map((counts) => ({ start: startOf(counts.day), counts }));
}
