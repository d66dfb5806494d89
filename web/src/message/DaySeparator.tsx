import { dayName } from "../ui/time";
import { useNow } from "../ui/useNow";

/** The day of the messages below it. */
export function DaySeparator({ time }: { time: string }) {
  return (
    <p className="day-line">
      <time dateTime={time}>{dayName(time, useNow())}</time>
    </p>
  );
}
