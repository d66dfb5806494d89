import { wholeCount } from "../ui/count";
import type { Interval } from "./intervals";
import { labelOf, type Unit } from "./labels";
import type { Measures } from "./measures";
import "./NumbersTable.css";

interface NumbersTableProps {
  measures: Measures;
  /** In the order of time; the newest comes first in the table. */
  intervals: readonly Interval[];
  unit: Unit;
}

/** All numbers of the charts. */
export function NumbersTable({ measures, intervals, unit }: NumbersTableProps) {
  const title = `All numbers by ${unit}`;
  return (
    <details className="numbers">
      <summary>{title}</summary>
      {/* It is wider than the page; the keyboard scrolls what has the focus. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="numbers-scroll" role="region" aria-label={title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{unit === "hour" ? "Hour" : "Day (UTC)"}</th>
              {measures.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...intervals].reverse().map((interval) => (
              <tr key={interval.start}>
                <th scope="row">{labelOf(interval, unit)}</th>
                {measures.map(({ name, valueOf }) => (
                  <td key={name}>{wholeCount(valueOf(interval.counts))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
