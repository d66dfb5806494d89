import type { ComponentProps, ReactNode } from "react";
import { Link } from "./Link";
import "./Button.css";

type Look = "primary" | "plain" | "quiet" | "danger";

interface ButtonProps extends ComponentProps<"button"> {
  look?: Look;
  busy?: boolean;
}

export function Button({ look = "plain", busy = false, className = "", disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={`button button-${look} ${className}`}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
      {...rest}
    />
  );
}

interface ButtonLinkProps extends ComponentProps<typeof Link> {
  look?: Look;
}

/** A link that looks like a button. */
export function ButtonLink({ look = "plain", className = "", ...rest }: ButtonLinkProps) {
  return <Link className={`button button-${look} ${className}`} {...rest} />;
}

interface IconButtonProps extends ComponentProps<"button"> {
  /** Its name for screen readers and as a tooltip. */
  label: string;
  children: ReactNode;
}

export function IconButton({ label, className = "", ...rest }: IconButtonProps) {
  return <button type="button" className={`icon-button ${className}`} aria-label={label} title={label} {...rest} />;
}
