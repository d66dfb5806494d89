import type { User } from "../api/types";
import "./Avatar.css";

const TINTS = 8;

/** A user's picture; without one, the initials on a tint of their own. */
export function Avatar({ user, size = "medium" }: { user: User | undefined; size?: "small" | "medium" | "large" }) {
  if (user?.avatar_url) return <img className={`avatar avatar-${size}`} src={user.avatar_url} alt="" loading="lazy" />;
  return (
    <span className={`avatar avatar-${size} tint-${tintOf(user?.id ?? "")}`} aria-hidden="true">
      {initialsOf(user?.display_name ?? "")}
    </span>
  );
}

export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => Array.from(word ?? "")[0]?.toUpperCase() ?? "").join("");
}

/** The same for the same user everywhere. */
export function tintOf(id: string): number {
  let sum = 7;
  for (const digit of id) sum = (sum * 31 + digit.charCodeAt(0)) % 9973;
  return sum % TINTS;
}
