import type { ReactNode } from "react";

interface IconProps {
  filled?: boolean;
}

/** An icon of 24 by 24 in the color of the surrounding text; its parent has the label. */
function icon(lines: ReactNode, area?: ReactNode) {
  return function Icon({ filled = false }: IconProps) {
    return (
      <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        {filled && area ? <g fill="currentColor">{area}</g> : null}
        <g fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round">
          {lines}
        </g>
      </svg>
    );
  };
}

const heart = <path d="M12 20.2C7 16.7 3.6 13.5 3.6 9.6A4.6 4.6 0 0 1 12 7a4.6 4.6 0 0 1 8.4 2.6c0 3.9-3.4 7.1-8.4 10.6Z" />;
const ribbon = <path d="M6.5 4.2h11v15.9L12 16.2l-5.5 3.9Z" />;
const house = <path d="M4.5 11 12 4.3l7.5 6.7V19.8h-5v-5h-5v5h-5Z" />;
const bell = <path d="M6.3 16.8c.9-1.3 1.2-2.6 1.2-5.3a4.5 4.5 0 0 1 9 0c0 2.7.3 4 1.2 5.3Z" />;
const person = (
  <>
    <circle cx="12" cy="8.3" r="3.9" />
    <path d="M4.8 20.2c.5-4 3.4-6 7.2-6s6.7 2 7.2 6Z" />
  </>
);

export const HomeIcon = icon(house, house);
export const BellIcon = icon(
  <>
    {bell}
    <path d="M10 19.6c.8.9 3.2.9 4 0" />
  </>,
  bell,
);
export const MessageIcon = icon(
  <>
    <path d="M3.8 6h16.4v12.2H3.8Z" />
    <path d="m4.2 6.6 7.8 6.6 7.8-6.6" />
  </>,
  <path d="M3.8 6h16.4v12.2H3.8Z" fillOpacity="0.35" />,
);
export const SendIcon = icon(<path d="M4.3 4.6 20.4 12 4.3 19.4l2-7.4Zm2 7.4h7.2" />);
export const SmileIcon = icon(
  <>
    <circle cx="12" cy="12" r="8" />
    <path d="M8.6 14.2c1.7 2.5 5.1 2.5 6.8 0M9.2 9.8h.01M14.8 9.8h.01" />
  </>,
);
export const PeopleIcon = icon(
  <>
    <circle cx="9" cy="8.8" r="3.3" />
    <path d="M3 19.3c.4-3.4 2.8-5 6-5s5.6 1.6 6 5Z" />
    <path d="M15.4 5.9a3.3 3.3 0 0 1 0 5.9M17.3 14.8c2.1.6 3.4 2.1 3.7 4.5" />
  </>,
);
export const CopyIcon = icon(<path d="M9 8.5h10.5V20H9ZM6.2 15.5H4.5V4H15v1.7" />);
export const DownIcon = icon(<path d="M12 4.5v15m6-6-6 6-6-6" />);
export const InfoIcon = icon(
  <>
    <circle cx="12" cy="12" r="8" />
    <path d="M12 11.2v4.6M12 8.2h.01" />
  </>,
);
export const BookmarkIcon = icon(ribbon, ribbon);
export const PersonIcon = icon(person, person);
export const HeartIcon = icon(heart, heart);
export const ReplyIcon = icon(
  <path d="M20.2 11.7c0 4-3.6 7-8.2 7-1.1 0-2.2-.2-3.1-.5L4.6 19.6l1-3.4a6.5 6.5 0 0 1-1.8-4.5c0-4 3.6-7 8.2-7s8.2 3 8.2 7Z" />,
);
export const RetweetIcon = icon(
  <>
    <path d="M4 11.2V10a3.5 3.5 0 0 1 3.5-3.5h11.3" />
    <path d="m15.8 3.5 3.1 3-3.1 3" />
    <path d="M20 12.8V14a3.5 3.5 0 0 1-3.5 3.5H5.2" />
    <path d="m8.2 20.5-3.1-3 3.1-3" />
  </>,
);
export const QuoteIcon = icon(
  <>
    <path d="M10 7.2c-3 .7-4.7 2.8-4.7 5.7v3.4h4.9v-4.9H7.7" />
    <path d="M18.5 7.2c-3 .7-4.7 2.8-4.7 5.7v3.4h4.9v-4.9h-2.5" />
  </>,
);
export const FeatherIcon = icon(
  <>
    <path d="M19.8 4.2c-6.3-.4-11.3 2.4-12.3 9l-.4 3.7 3.7-.4c6.6-1 9.4-6 9-12.3Z" />
    <path d="M4.2 19.8 13.5 10.5" />
  </>,
);
export const FlagIcon = icon(<path d="M5.5 20.5V4.2m0 .6h12.8l-2.6 4.4 2.6 4.4H5.5" />);
export const GearIcon = icon(
  <>
    <path d="M4 7.5h8.5M17 7.5h3M4 16.5h3M11.5 16.5H20" />
    <circle cx="14.8" cy="7.5" r="2.2" />
    <circle cx="9.2" cy="16.5" r="2.2" />
  </>,
);
export const SearchIcon = icon(
  <>
    <circle cx="10.8" cy="10.8" r="6.3" />
    <path d="m15.6 15.6 4.6 4.6" />
  </>,
);
export const ListIcon = icon(<path d="M4.5 6h15M4.5 12h15M4.5 18h9" />);
export const HashIcon = icon(<path d="M9.8 4.5 7.7 19.5M16.3 4.5 14.2 19.5M4.8 9.3h15M4.2 14.7h15" />);
export const ClockIcon = icon(
  <>
    <circle cx="12" cy="12" r="8.2" />
    <path d="M12 7.2V12l3.2 2.2" />
  </>,
);
export const HelpIcon = icon(
  <>
    <circle cx="12" cy="12" r="8.2" />
    <path d="M9.6 9.7a2.45 2.45 0 1 1 3.7 2.1c-.9.5-1.3 1-1.3 1.9M12 16.3h.01" />
  </>,
);
export const PulseIcon = icon(<path d="M3.5 12.5h3.8l2.4-6.3 4.3 11.6 2.6-5.3h3.9" />);
export const ChartIcon = icon(<path d="M5 19.5v-6m4.7 6V8.5m4.6 11v-8m4.7 8V4.5" />);
export const PollIcon = icon(<path d="M4.5 6.5h11M4.5 12h15M4.5 17.5h7" strokeWidth="2.6" />);
export const RefreshIcon = icon(
  <>
    <path d="M19.5 12a7.5 7.5 0 1 1-2.3-5.4" />
    <path d="M19.8 3.8v4h-4" />
  </>,
);
export const BackIcon = icon(<path d="M19.5 12h-15m6-6-6 6 6 6" />);
export const CheckIcon = icon(<path d="m5 12.8 4.4 4.4L19 7.6" />);
export const OrderIcon = icon(<path d="M7.5 4.5v15m-3.5-4 3.5 4 3.5-4M13.5 6h7M13.5 11h5M13.5 16h3" />);
export const UpIcon = icon(<path d="M12 19.5v-15m-6 6 6-6 6 6" />);
export const CloseIcon = icon(<path d="m6 6 12 12M18 6 6 18" />);
export const PlusIcon = icon(<path d="M12 5v14M5 12h14" />);
export const MoreIcon = icon(<path d="M5.5 12h.01M12 12h.01M18.5 12h.01" strokeWidth="3" />);
export const TrashIcon = icon(<path d="M4.5 7h15M9.5 7V4.5h5V7m3.5 0-.8 12.5H6.8L6 7m4.3 3.7v5.3m3.4-5.3v5.3" />);
export const LinkIcon = icon(
  <path d="M10 14a3.7 3.7 0 0 0 5.3 0l3.3-3.3a3.750 3.750 0 0 0-5.3-5.3l-1 1M14 10a3.7 3.7 0 0 0-5.3 0l-3.3 3.3a3.750 3.750 0 0 0 5.3 5.3l1-1" />,
);
export const MuteIcon = icon(<path d="M4.5 9.7v4.6h3l4.5 3.7V6L7.5 9.7Zm11.5 0 4.5 4.6m0-4.6L16 14.3" />);
export const BlockIcon = icon(
  <>
    <circle cx="12" cy="12" r="8" />
    <path d="m6.4 6.4 11.2 11.2" />
  </>,
);
export const ExitIcon = icon(<path d="M13.5 4.5h-7v15h7M10.5 12h9.5m-3.6-3.6L20 12l-3.6 3.6" />);
export const PinIcon = icon(
  <>
    <path d="M12 21c4.2-4.4 6.3-7.9 6.3-10.8a6.3 6.3 0 0 0-12.6 0C5.7 13.1 7.8 16.6 12 21Z" />
    <circle cx="12" cy="10.2" r="2.2" />
  </>,
);
export const DraftIcon = icon(<path d="M6 4.5h8l4 4V19.5H6ZM13.5 4.5V9H18M9 13h6M9 16h4" />);
export const PinnedIcon = icon(<path d="M9 4.5h6l-.8 6 3.3 3.5h-11L9.8 10.5ZM12 14v6" />);
export const CalendarIcon = icon(<path d="M4.5 6.5h15v13h-15ZM4.5 10.5h15M8.5 4v4M15.5 4v4" />);
export const AtIcon = icon(
  <>
    <circle cx="12" cy="12" r="3.5" />
    <path d="M15.5 8.5v5a2.3 2.3 0 0 0 4.6 0V12a8.1 8.1 0 1 0-3.3 6.5" />
  </>,
);
export const KeyboardIcon = icon(<path d="M3.5 6.5h17v11h-17ZM7 10h.01M10.3 10h.01M13.7 10h.01M17 10h.01M8 14h8" />);
export const ImageIcon = icon(
  <>
    <rect x="4" y="4.5" width="16" height="15" rx="2.5" />
    <circle cx="9" cy="9.6" r="1.6" />
    <path d="m4.5 17.2 4.6-4.4 3.2 3 3.4-3.7 4.1 4.2" />
  </>,
);
export const WarningIcon = icon(<path d="M12 4.3 20.6 19.2H3.4ZM12 10v4M12 16.6h.01" />);
export const EyeIcon = icon(
  <>
    <path d="M3 12c2.3-4 5.3-6 9-6s6.7 2 9 6c-2.3 4-5.3 6-9 6s-6.7-2-9-6Z" />
    <circle cx="12" cy="12" r="2.6" />
  </>,
);
export const HideIcon = icon(
  <path d="M9.6 6.3A9 9 0 0 1 12 6c3.7 0 6.7 2 9 6a14 14 0 0 1-2.7 3.5M6 8a14 14 0 0 0-3 4c2.3 4 5.3 6 9 6a9 9 0 0 0 3.4-.7M4.5 4.5l15 15" />,
);
export const PlayIcon = icon(<path d="M8.5 5.5v13l10-6.5Z" fill="currentColor" />);
export const PauseIcon = icon(<path d="M9 6v12M15 6v12" strokeWidth="2.6" />);
export const ForwardIcon = icon(<path d="M4.5 12h15m-6-6 6 6-6 6" />);
