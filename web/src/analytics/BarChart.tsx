import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { wholeCount } from "../ui/count";
import { topOf } from "../ops/chartPath";
import { barsPath, HEIGHT, movedBy, placeAt, WIDTH } from "./bars";
import type { Interval } from "./intervals";
import { labelOf, shortLabelOf, type Unit, valueText } from "./labels";
import type { Measure } from "./measures";
import "./BarChart.css";

/** The top of a chart is at least this, so that one like is not a full bar. */
const LEAST_TOP = 5;

interface BarChartProps {
  measure: Measure;
  intervals: readonly Interval[];
  unit: Unit;
}

/** A measure over time. The pointer and the arrow keys move a cursor, which says the time and the value. */
export function BarChart({ measure, intervals, unit }: BarChartProps) {
  const last = intervals.length - 1;
  // The cursor keeps its time when a new hour or day begins.
  const [chosen, setChosen] = useState<number>();
  const found = intervals.findIndex(({ start }) => start === chosen);
  const place = found === -1 ? last : found;
  const interval = intervals[place];
  const [first, end] = [intervals[0], intervals[last]];
  if (interval === undefined || first === undefined || end === undefined) return null;

  const values = intervals.map(({ counts }) => measure.valueOf(counts));
  const top = topOf(values, LEAST_TOP);
  const [label, value] = [labelOf(interval, unit), valueText(measure, interval)];

  const moveTo = (to: number) => setChosen(intervals[to]?.start);
  const pointed = ({ clientX, currentTarget }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    moveTo(placeAt((clientX - left) / width, intervals.length));
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = movedBy(event.key, place, intervals.length);
    if (to === undefined) return;
    event.preventDefault();
    moveTo(to);
  };

  return (
    <figure className="bar-chart">
      <figcaption aria-hidden="true">
        <strong>{value}</strong>
        <span>{label}</span>
      </figcaption>
      <div
        className="bar-chart-plot"
        role="slider"
        tabIndex={0}
        aria-label={`${measure.name} by ${unit}`}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={place}
        aria-valuetext={`${label}: ${value}`}
        onPointerMove={pointed}
        onPointerDown={pointed}
        onKeyDown={pressed}
      >
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <rect
            className="bar-chart-cursor"
            x={(place * WIDTH) / intervals.length}
            width={WIDTH / intervals.length}
            height={HEIGHT}
          />
          <path className="bar-chart-grid" d={`M0 .5H${WIDTH}M0 ${HEIGHT / 2}H${WIDTH}M0 ${HEIGHT - 0.5}H${WIDTH}`} />
          <path className="bar-chart-bars" d={barsPath(values, top)} />
          <path className="bar-chart-bar" d={barsPath(values.map((each, index) => (index === place ? each : 0)), top)} />
        </svg>
        <span className="bar-chart-top" aria-hidden="true">
          {wholeCount(top)}
        </span>
      </div>
      <p className="bar-chart-ends" aria-hidden="true">
        <span>{shortLabelOf(first, unit)}</span>
        {last > 0 ? <span>{shortLabelOf(end, unit)}</span> : null}
      </p>
    </figure>
  );
}
