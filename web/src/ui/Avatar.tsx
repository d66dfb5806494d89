import { useState } from "react";
import type { Picture, User } from "../api/types";
import { averageColor } from "./blurhash";
import { srcSetOf, urlFor } from "./pictures";
import "./Avatar.css";

const TINTS = 8;

type Size = "small" | "medium" | "large";

/** The widths in the style sheet, in pixels. */
const widths: Record<Size, number> = { small: 24, medium: 44, large: 96 };

type Pictured = Pick<User, "id" | "avatar"> & { display_name?: string };

/** A user's picture; without one, the initials on a tint of their own. */
export function Avatar({ user, size = "medium" }: { user: Pictured | undefined; size?: Size }) {
  const [missing, setMissing] = useState<string>();
  const picture = user?.avatar;
  const url = picture && urlFor(picture.sizes, widths[size]);
  if (picture && url !== undefined && url !== missing) {
    return <AvatarPicture picture={picture} url={url} size={size} onMissing={() => setMissing(url)} />;
  }
  return (
    <span className={`avatar avatar-${size} tint-${tintOf(user?.id ?? "")}`} aria-hidden="true">
      {initialsOf(user?.display_name ?? "")}
    </span>
  );
}

interface AvatarPictureProps {
  picture: Picture;
  url: string;
  size: Size;
  onMissing: () => void;
}

function AvatarPicture({ picture, url, size, onMissing }: AvatarPictureProps) {
  return (
    <img
      className={`avatar avatar-${size}`}
      src={url}
      srcSet={srcSetOf(picture.sizes)}
      sizes={`${widths[size]}px`}
      alt=""
      decoding="async"
      style={{ backgroundColor: averageColor(picture.blurhash) }}
      onError={onMissing}
    />
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
