import { useState } from "react";
import type { MyAnalytics } from "../api/types";
import { Failure } from "../ui/Failure";
import { PageHead } from "../ui/PageHead";
import { Skeletons } from "../ui/Skeletons";
import { Tabs } from "../ui/Tabs";
import { type AnalyticsDays, paths } from "../ui/paths";
import { clockOf } from "../ui/time";
import { useMyAnalytics } from "../analytics/analytics";
import { BarChart } from "../analytics/BarChart";
import { Definitions } from "../analytics/Definitions";
import { Figures } from "../analytics/Figures";
import { startOf } from "../analytics/intervals";
import { ownMeasures } from "../analytics/measures";
import { NumbersTable } from "../analytics/NumbersTable";
import "./AnalyticsPage.css";

const inOrder: readonly AnalyticsDays[] = ["7", "28", "90"];

/** How often all tweets of the user were seen, and what their viewers did, day by day. */
export default function AnalyticsPage({ days }: { days: AnalyticsDays }) {
  const { data, error, refetch } = useMyAnalytics(days);
  return (
    <>
      <PageHead title="Your analytics" {...(data?.as_of && { about: `Counted until ${clockOf(data.as_of)}` })} back />
      <Tabs label="Time" tabs={inOrder.map((each) => ({ to: paths.analytics(each), label: `${each} days` }))}>
        {data !== undefined ? (
          <Numbers analytics={data} />
        ) : error ? (
          <Failure error={error} retry={() => void refetch()} />
        ) : (
          <Skeletons label="analytics" />
        )}
      </Tabs>
    </>
  );
}

function Numbers({ analytics }: { analytics: MyAnalytics }) {
  const [measure, setMeasure] = useState(ownMeasures[0]);
  const days = analytics.days.map((counts) => ({ start: startOf(counts.day), counts }));
  return (
    <div className="analytics">
      <Figures measures={ownMeasures} totals={analytics} chosen={measure} onChoose={setMeasure} />
      <div className="analytics-choice">
        <h2>{measure.name}</h2>
        <p>All your tweets, by day (UTC)</p>
      </div>
      <BarChart measure={measure} intervals={days} unit="day" />
      <NumbersTable measures={ownMeasures} intervals={days} unit="day" />
      <Definitions several />
    </div>
  );
}
