import { useId } from "react";
import { wholeCount } from "../ui/count";
import type { Counts, Measure, Measures } from "./measures";
import "./Figures.css";

interface FiguresProps {
  measures: Measures;
  totals: Counts;
  chosen: Measure;
  onChoose: (measure: Measure) => void;
}

/** The totals; the chosen one is that of the chart. */
export function Figures({ measures, totals, chosen, onChoose }: FiguresProps) {
  const group = useId();
  return (
    <fieldset className="figures">
      <legend className="only-spoken">Totals. Choose what the chart shows.</legend>
      {measures.map((measure) => (
        <label key={measure.name} className="figure">
          <input type="radio" name={group} checked={measure === chosen} onChange={() => onChoose(measure)} />
          <span className="figure-name">{measure.name}</span>
          <span className="figure-value">{wholeCount(measure.valueOf(totals))}</span>
        </label>
      ))}
    </fieldset>
  );
}
