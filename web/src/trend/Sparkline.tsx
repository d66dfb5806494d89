import { HEIGHT, sparkPath, WIDTH } from "./sparkPath";
import { sparkText } from "./trendText";
import "./Sparkline.css";

/** How many people wrote about a topic in the last two hours. */
export function Sparkline({ recent }: { recent: readonly number[] }) {
  const text = sparkText(recent);
  return (
    <svg className="sparkline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={text}>
      <title>{text}</title>
      <path d={sparkPath(recent)} />
    </svg>
  );
}
