import type { ReactNode } from "react";
import "./SearchNote.css";

/** Paragraphs above the results of a search, about the search. */
export function SearchNote({ children }: { children: ReactNode }) {
  return (
    <div className="search-note" role="status">
      {children}
    </div>
  );
}
