import { ago, exactTime } from "./time";
import { useNow } from "./useNow";

/** A relative time, with the exact time as a tooltip. */
export function Time({ value }: { value: string }) {
  return (
    <time dateTime={value} title={exactTime(value)}>
      {ago(value, useNow())}
    </time>
  );
}
