import { type ReactNode, useEffect } from "react";
import { useCell } from "../api/cell";
import { IconButton } from "./Button";
import { BackIcon } from "./icons";
import { goBack } from "./navigation";
import { titleCount } from "./pageTitle";
import "./PageHead.css";

interface PageHeadProps {
  title: string;
  /** A line below the title. */
  about?: string;
  back?: boolean;
  children?: ReactNode;
}

/** The head of a page, which also sets the title of the browser tab. */
export function PageHead({ title, about, back = false, children }: PageHeadProps) {
  const unread = useCell(titleCount);
  useEffect(() => {
    const count = unread === 0 ? "" : `(${unread > 99 ? "99+" : unread}) `;
    document.title = `${count}${title} · Roost`;
  }, [title, unread]);
  return (
    <header className="page-head">
      {back ? (
        <IconButton label="Back" onClick={goBack}>
          <BackIcon />
        </IconButton>
      ) : null}
      <div className="page-title">
        <h1 tabIndex={-1}>{title}</h1>
        {about ? <p>{about}</p> : null}
      </div>
      {children}
    </header>
  );
}
