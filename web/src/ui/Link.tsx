import { Link as RouterLink } from "wouter";
import type { ComponentProps } from "react";

/** A link to another page of this client. */
export function Link({ to, ...rest }: { to: string } & Omit<ComponentProps<"a">, "href">) {
  return <RouterLink href={to} {...rest} />;
}
