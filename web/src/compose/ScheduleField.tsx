import { useId, useState } from "react";
import { IconButton } from "../ui/Button";
import { CloseIcon } from "../ui/icons";
import { earliest, isAcceptable, latest } from "./scheduling";
import "./ScheduleField.css";

interface ScheduleFieldProps {
  time: string;
  onChange: (time: string) => void;
  /** Absent if the tweet must have a time. */
  onRemove?: () => void;
}

/** When a tweet is posted, in the time zone of the reader. */
export function ScheduleField({ time, onChange, onRemove }: ScheduleFieldProps) {
  const id = useId();
  const [now] = useState(() => Date.now());
  const fits = isAcceptable(time, now);
  return (
    <div className="schedule-field">
      <label htmlFor={id}>Post at</label>
      <input
        id={id}
        type="datetime-local"
        value={time}
        min={earliest(now)}
        max={latest(now)}
        aria-invalid={!fits}
        aria-describedby={`${id}-about`}
        onChange={({ target }) => onChange(target.value)}
      />
      {onRemove ? (
        <IconButton label="Post now instead" onClick={onRemove}>
          <CloseIcon />
        </IconButton>
      ) : null}
      <span id={`${id}-about`} className={fits ? "only-spoken" : "schedule-problem"}>
        Between a minute and a year from now
      </span>
    </div>
  );
}
