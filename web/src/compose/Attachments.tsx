import { type DragEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Attachment } from "./Attachment";
import { DescriptionDialog } from "./DescriptionDialog";
import { detach, move, type Place, resumeAll } from "./attaching";
import "./Attachments.css";

/** The pictures, GIF or video of a tweet that is being written. They can be dragged into another order. */
export default function Attachments({ place, keys }: { place: Place; keys: readonly string[] }) {
  const [described, setDescribed] = useState<string>();
  const dragged = useRef<string>(undefined);
  const list = useRef<HTMLUListElement>(null);
  const focusLater = useFocusLater(list);
  useEffect(() => resumeAll(keys), [keys]);

  const dropOn = (event: DragEvent, key: string) => {
    if (dragged.current === undefined) return;
    event.preventDefault();
    move(place, dragged.current, key);
    dragged.current = undefined;
  };

  return (
    <>
      <ul ref={list} className={`attachments ${keys.length === 1 ? "attachments-single" : ""}`} aria-label="Attached files">
        {keys.map((key, index) => (
          // Buttons move it too.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li
            key={key}
            draggable
            onDragStart={() => (dragged.current = key)}
            onDragEnd={() => (dragged.current = undefined)}
            onDragOver={(event) => {
              if (dragged.current !== undefined) event.preventDefault();
            }}
            onDrop={(event) => dropOn(event, key)}
          >
            <Attachment
              uploadKey={key}
              number={index + 1}
              isFirst={index === 0}
              isLast={index === keys.length - 1}
              onMove={(step) => {
                move(place, key, step);
                focusLater(index + step, step);
              }}
              onDescribe={() => setDescribed(key)}
              onRemove={() => detach(place, key)}
            />
          </li>
        ))}
      </ul>
      {described !== undefined && keys.includes(described) ? (
        <DescriptionDialog uploadKey={described} onClose={() => setDescribed(undefined)} />
      ) : null}
    </>
  );
}

/** Keeps the focus on the button that moved an attachment, or on the other one where that ends. */
function useFocusLater(list: RefObject<HTMLUListElement | null>) {
  const wanted = useRef<{ index: number; step: 1 | -1 }>(undefined);
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    const { index, step } = wanted.current;
    wanted.current = undefined;
    const buttons = list.current?.children[index]?.querySelectorAll<HTMLButtonElement>("[data-step]") ?? [];
    const able = [...buttons].filter((button) => !button.disabled);
    (able.find((button) => button.dataset.step === String(step)) ?? able[0])?.focus();
  });
  return (index: number, step: 1 | -1) => {
    wanted.current = { index, step };
  };
}
