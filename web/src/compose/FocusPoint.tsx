import { useId, useState } from "react";
import type { Focus } from "../api/types";
import { positionOf } from "../media/gridLayout";
import { focusAfter, focusAt, percentOf } from "./focus";
import "./FocusPoint.css";

interface FocusPointProps {
  picture: string;
  focus: Focus;
  onChange: (focus: Focus) => void;
}

/** Lets the author choose what stays in sight when a picture is cropped, and shows how it will be. */
export function FocusPoint({ picture, focus, onChange }: FocusPointProps) {
  const [isHeld, setHeld] = useState(false);
  const id = useId();
  const { left, top } = percentOf(focus);
  const position = { objectPosition: positionOf(focus) };
  return (
    <div className="focusing">
      <div className="focusing-picture">
        <button
          type="button"
          className="focusing-area"
          aria-label="Focus point: click or drag on the picture, or use the arrow keys"
          aria-describedby={`${id}-place`}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            setHeld(true);
            onChange(focusAt(event, event.currentTarget.getBoundingClientRect()));
          }}
          onPointerMove={(event) => {
            if (isHeld) onChange(focusAt(event, event.currentTarget.getBoundingClientRect()));
          }}
          onPointerUp={() => setHeld(false)}
          onPointerCancel={() => setHeld(false)}
          onKeyDown={(event) => {
            const next = focusAfter(event.key, focus);
            if (next === undefined) return;
            event.preventDefault();
            onChange(next);
          }}
        >
          <img src={picture} alt="" draggable={false} />
          <span className="focusing-point" style={{ left: `${left}%`, top: `${top}%` }} />
        </button>
      </div>
      <div className="focusing-about">
        <p className="field-hint">Choose what stays visible when the picture is cropped:</p>
        <div className="focusing-crops" aria-hidden="true">
          <img src={picture} alt="" style={position} />
          <img src={picture} alt="" style={position} />
        </div>
        <p id={`${id}-place`} className="only-spoken" role="status">
          {`${left} % from the left, ${top} % from the top`}
        </p>
      </div>
    </div>
  );
}
