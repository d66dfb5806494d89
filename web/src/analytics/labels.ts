import { counted } from "../ui/count";
import type { Interval } from "./intervals";
import type { Measure } from "./measures";

export type Unit = "hour" | "day";

const hour = new Intl.DateTimeFormat(undefined, { weekday: "short", month: "short", day: "numeric", hour: "numeric", minute: "2-digit" });
const day = new Intl.DateTimeFormat(undefined, { weekday: "short", year: "numeric", month: "short", day: "numeric", timeZone: "UTC" });
const shortHour = new Intl.DateTimeFormat(undefined, { month: "short", day: "numeric", hour: "numeric" });
const shortDay = new Intl.DateTimeFormat(undefined, { month: "short", day: "numeric", timeZone: "UTC" });

/** When an interval is: an hour as the reader's clock shows it, or a day in UTC. */
export const labelOf = ({ start }: Interval, unit: Unit): string => (unit === "hour" ? hour : day).format(start);

/** The same for the end of an axis. */
export const shortLabelOf = ({ start }: Interval, unit: Unit): string => (unit === "hour" ? shortHour : shortDay).format(start);

export const valueText = (measure: Measure, { counts }: Interval): string =>
  counted(measure.valueOf(counts), measure.one, measure.many);
