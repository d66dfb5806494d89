import type { Picture, User } from "../api/types";
import { tintOf } from "../ui/Avatar";
import { averageColor } from "../ui/blurhash";
import { srcSetOf, urlFor } from "../ui/pictures";
import "./Banner.css";

/** A user's banner; without one, dusk in the colour of their picture. */
export function Banner({ user }: { user: User }) {
  if (user.header) return <HeaderPicture picture={user.header} />;
  return (
    <div className={`profile-banner tint-${tintOf(user.id)}`} aria-hidden="true">
      <svg viewBox="0 0 620 96" preserveAspectRatio="xMidYMid slice" focusable="false">
        <g fill="none" stroke="currentColor" strokeWidth="1.6" opacity="0.45">
          <path d="M0 36c200 30 420 30 620-4" />
          <path d="M0 66c210 26 430 22 620-10" />
        </g>
        <path
          transform="translate(455 48.5) scale(0.95) translate(-17 -24.4)"
          d="M25.6 11.2 22 9.6A5.4 5.4 0 0 0 12 11.8L6 20.4l5.2-.9a7 7 0 0 0 4.6 1.9v3.1h1.9v-3.1a6.6 6.6 0 0 0 5.1-6.4v-2.6z"
          fill="currentColor"
          opacity="0.6"
        />
      </svg>
    </div>
  );
}

const HEADER_WIDTH = 1_000;

function HeaderPicture({ picture: { sizes, blurhash } }: { picture: Picture }) {
  return (
    <img
      className="profile-banner profile-header"
      src={urlFor(sizes, HEADER_WIDTH)}
      srcSet={srcSetOf(sizes)}
      sizes="(min-width: 40rem) 620px, 100vw"
      alt=""
      decoding="async"
      style={{ backgroundColor: averageColor(blurhash) }}
    />
  );
}
