import type { ReactNode } from "react";
import { IconButton } from "./Button";
import { BackIcon } from "./icons";
import { goBack } from "./navigation";
import { usePageTitle } from "./usePageTitle";
import "./PageHead.css";

interface PageHeadProps {
  title: string;
  /** A line below the title. */
  about?: string;
  back?: boolean;
  /** Where Back leads if the user came from outside. */
  backTo?: string;
  /** Stands in place of the title, which is then for screen readers alone. */
  field?: ReactNode;
  /** The title of the browser tab, if it differs. */
  tab?: string;
  children?: ReactNode;
}

/** The head of a page, which also sets the title of the browser tab. */
export function PageHead({ title, about, back = false, backTo, field, tab = title, children }: PageHeadProps) {
  usePageTitle(tab);
  return (
    <header className="page-head">
      {back ? (
        <IconButton label="Back" onClick={() => goBack(backTo)}>
          <BackIcon />
        </IconButton>
      ) : null}
      {field === undefined ? (
        <div className="page-title">
          <h1 tabIndex={-1}>{title}</h1>
          {about ? <p>{about}</p> : null}
        </div>
      ) : (
        <>
          <h1 className="only-spoken">{title}</h1>
          {field}
        </>
      )}
      {children}
    </header>
  );
}
