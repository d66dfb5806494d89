import { useEffect, useRef } from "react";

/** The server accepts no more. */
const MAXIMUM = 200;

/** The field for a content warning, behind which the tweet is hidden. */
export function WarningField({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Whoever opened it wants to write in it.
    if (input.current?.value === "") input.current.focus();
  }, []);
  return (
    <input
      ref={input}
      className="composer-warning"
      value={text}
      maxLength={MAXIMUM}
      dir="auto"
      aria-label="Content warning"
      placeholder="Content warning, such as: spoilers"
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        // Enter would post the tweet.
        if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) event.preventDefault();
      }}
    />
  );
}
