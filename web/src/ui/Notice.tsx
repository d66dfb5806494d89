import type { ReactNode } from "react";
import { Perch } from "./Mark";
import "./Notice.css";

interface NoticeProps {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  role?: "alert";
}

/** Fills an empty place: empty lists, errors, missing pages. */
export function Notice({ title, children, action, role }: NoticeProps) {
  return (
    <div className="notice" role={role}>
      <Perch />
      <h2>{title}</h2>
      {children === undefined ? null : <p>{children}</p>}
      {action}
    </div>
  );
}
