import type { MetricsPoint } from "../api/types";
import { Failure } from "../ui/Failure";
import { PageHead } from "../ui/PageHead";
import { Skeletons } from "../ui/Skeletons";
import { Chart } from "../ops/Chart";
import { count, duration, mebibytes, milliseconds, rate, size } from "../ops/format";
import { useMetrics } from "../ops/metrics";
import "./OpsPage.css";

/** Charts of the server's metrics, for operators. */
export default function OpsPage() {
  const { data: points, error, refetch } = useMetrics();
  const now = points?.at(-1);
  return (
    <>
      <PageHead title="Operations" {...(now && { about: `Up for ${duration(now.uptime_seconds)}` })} />
      {points !== undefined ? (
        <>
          {error ? (
            <p className="ops-stale" role="status">
              The server does not respond. These are its last measurements.
            </p>
          ) : null}
          <Charts points={points} />
        </>
      ) : error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : (
        <Skeletons label="measurements" />
      )}
    </>
  );
}

function Charts({ points }: { points: readonly MetricsPoint[] }) {
  return (
    <div className="charts">
      <Chart
        title="Home timeline reads per second"
        points={points}
        series={[{ name: "reads", valueOf: (point) => point.reads_per_second }]}
        format={rate}
        least={10}
      />
      <Chart
        title="Posted tweets per second"
        points={points}
        series={[{ name: "posts", valueOf: (point) => point.posts_per_second }]}
        format={rate}
        least={10}
      />
      <Chart
        title="Response time"
        points={points}
        series={[
          { name: "p50", valueOf: (point) => point.latency.p50_ms },
          { name: "p99", valueOf: (point) => point.latency.p99_ms },
        ]}
        format={milliseconds}
        least={5}
      />
      <Chart
        title="Fan-out lag, p99"
        points={points}
        series={[{ name: "lag", valueOf: (point) => point.fan_out_lag_ms }]}
        format={milliseconds}
        least={10}
      />
      <Chart
        title="Requests and errors per second"
        points={points}
        series={[
          { name: "all", valueOf: (point) => point.requests_per_second },
          { name: "errors", valueOf: (point) => point.errors_per_second },
        ]}
        format={rate}
        least={10}
      />
      <Chart
        title="Timeline deliveries per second"
        points={points}
        series={[{ name: "deliveries", valueOf: (point) => point.fan_out_deliveries_per_second }]}
        format={rate}
        least={10}
      />
      <Chart
        title="Connected clients"
        points={points}
        series={[{ name: "clients", valueOf: (point) => point.live_connections }]}
        format={count}
        least={5}
      />
      <Chart
        title="Memory"
        points={points}
        series={[
          { name: "process", valueOf: (point) => mebibytes(point.memory_bytes) },
          { name: "heap", valueOf: (point) => mebibytes(point.heap_bytes) },
        ]}
        format={size}
        least={100}
      />
    </div>
  );
}
