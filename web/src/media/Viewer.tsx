import { type KeyboardEvent, useState } from "react";
import type { ReadyMedia } from "../data/media";
import { IconButton } from "../ui/Button";
import { BackIcon, CloseIcon, ForwardIcon, SearchIcon } from "../ui/icons";
import { useModal } from "../ui/useModal";
import { Slide } from "./Slide";
import { fromMiddle, useZoom } from "./useZoom";
import { closeViewer } from "./viewing";
import "./Viewer.css";

/** Pictures of a tweet on the whole screen: arrows and swipes turn over, a double click or two fingers enlarge. */
export default function Viewer({ pictures, first }: { pictures: readonly ReadyMedia[]; first: number }) {
  const [index, setIndex] = useState(first);
  const modal = useModal(closeViewer);
  const has = (step: 1 | -1) => pictures[index + step] !== undefined;
  const go = (step: 1 | -1) => {
    if (!has(step)) return;
    setIndex(index + step);
  };
  const { zoom, aside, isHeld, toggle, reset, handlers } = useZoom(index, go);
  const text = pictures[index]?.alt_text;

  const pressed = (event: KeyboardEvent) => {
    const action = { ArrowRight: () => go(1), ArrowLeft: () => go(-1), "+": () => toggle(), "-": reset }[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };

  return (
    // The keys do what buttons do as well.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog {...modal} className="viewer" aria-label="Pictures" onKeyDown={pressed}>
      {/* A button enlarges too. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className={isHeld ? "viewer-track" : "viewer-track viewer-track-settling"}
        style={{ transform: `translateX(calc(${-100 * index}% + ${aside}px))` }}
        onDoubleClick={(event) => toggle(fromMiddle(event))}
        {...handlers}
      >
        {pictures.map((picture, at) => (
          <Slide
            key={picture.id}
            picture={picture}
            number={`${at + 1} of ${pictures.length}`}
            isShown={at === index}
            // The neighbours are there before one turns over.
            isLoaded={Math.abs(at - index) <= 1}
            zoom={at === index ? zoom : undefined}
          />
        ))}
      </div>
      <div className="viewer-bar">
        <IconButton label="Close" data-autofocus onClick={closeViewer}>
          <CloseIcon />
        </IconButton>
        {pictures.length > 1 ? <span role="status">{`${index + 1} of ${pictures.length}`}</span> : null}
        <IconButton label={zoom.scale > 1 ? "Zoom out" : "Zoom in"} onClick={() => toggle()}>
          <SearchIcon />
        </IconButton>
      </div>
      {pictures.length > 1 ? (
        <>
          <IconButton label="Previous picture" className="viewer-turn viewer-previous" disabled={!has(-1)} onClick={() => go(-1)}>
            <BackIcon />
          </IconButton>
          <IconButton label="Next picture" className="viewer-turn viewer-next" disabled={!has(1)} onClick={() => go(1)}>
            <ForwardIcon />
          </IconButton>
        </>
      ) : null}
      {text && zoom.scale === 1 ? (
        <p className="viewer-text" dir="auto">
          {text}
        </p>
      ) : null}
    </dialog>
  );
}
