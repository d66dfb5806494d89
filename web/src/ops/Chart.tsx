import { type PointerEvent, useState } from "react";
import type { MetricsPoint } from "../api/types";
import { areaPath, HEIGHT, linePath, topOf, WIDTH, xOf } from "./chartPath";
import { MAXIMUM_POINTS } from "./metrics";
import "./Chart.css";

export interface Series {
  name: string;
  valueOf: (point: MetricsPoint) => number;
}

interface ChartProps {
  title: string;
  points: readonly MetricsPoint[];
  /** The first is drawn as an area, the others as lines behind it. */
  series: readonly [Series, ...Series[]];
  format: (value: number) => string;
  /** The minimum for the top of the chart. */
  least: number;
}

const clock = new Intl.DateTimeFormat("en", { timeStyle: "medium", hour12: false });

/** Five minutes of a metric, with its value now or at the pointer. */
export function Chart({ title, points, series, format, least }: ChartProps) {
  const [pointed, setPointed] = useState<number>();
  const top = topOf(
    points.flatMap((point) => series.map(({ valueOf }) => valueOf(point))),
    least,
  );
  const at = pointed ?? points.length - 1;
  const point = points[at];
  const summary = series.map(({ name, valueOf }) => `${name} ${point ? format(valueOf(point)) : "unknown"}`).join(", ");

  const move = (event: PointerEvent<SVGSVGElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const place = Math.round(((event.clientX - left) / width) * (MAXIMUM_POINTS - 1));
    const index = place - (MAXIMUM_POINTS - points.length);
    setPointed(points[index] === undefined ? undefined : index);
  };

  return (
    <figure className="chart">
      <figcaption>
        <span className="chart-title">{title}</span>
        <span className="chart-when">{pointed !== undefined && point ? clock.format(new Date(point.time)) : ""}</span>
      </figcaption>
      <p className="chart-values">
        {series.map(({ name, valueOf }, index) => (
          <span key={name} className={`chart-value series-${index}`}>
            {point ? format(valueOf(point)) : "–"}
            {series.length > 1 ? <span className="chart-name"> {name}</span> : null}
          </span>
        ))}
      </p>
      <div className="chart-plot">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${title}: ${summary}; the top of the chart is ${format(top)}`}
          onPointerMove={move}
          onPointerLeave={() => setPointed(undefined)}
        >
          <path className="chart-grid" d={`M0 .5H${WIDTH}M0 ${HEIGHT / 2}H${WIDTH}M0 ${HEIGHT - 0.5}H${WIDTH}`} />
          {[...series].reverse().map(({ name, valueOf }, reversed) => {
            const index = series.length - 1 - reversed;
            const values = points.map(valueOf);
            return (
              <g key={name} className={`series-${index}`}>
                {index === 0 ? <path className="chart-area" d={areaPath(values, top, MAXIMUM_POINTS)} /> : null}
                <path className="chart-line" d={linePath(values, top, MAXIMUM_POINTS)} />
              </g>
            );
          })}
          {pointed === undefined ? null : (
            <path className="chart-pointer" d={`M${xOf(pointed, points.length, MAXIMUM_POINTS)} 0V${HEIGHT}`} />
          )}
        </svg>
        <span className="chart-top" aria-hidden="true">
          {format(top)}
        </span>
      </div>
    </figure>
  );
}
