import type { ReactNode } from "react";
import { Perch } from "./Mark";
import "./Notice.css";

interface NoticeProps {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  role?: "alert";
}

/** Fills a place where there is nothing else to show: empty lists, failures, what is not found. */
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
