import type { Relationship, User } from "../api/types";
import type { MenuItem } from "../ui/Menu";
import { MuteIcon } from "../ui/icons";
import { toast } from "../ui/toasts";
import { setRelationship } from "../data/relationships";

const HOUR = 3_600;
const DAY = 24 * HOUR;

const lengths: readonly { label: string; seconds?: number }[] = [
  { label: "For 8 hours", seconds: 8 * HOUR },
  { label: "For a day", seconds: DAY },
  { label: "For a week", seconds: 7 * DAY },
  { label: "For 30 days", seconds: 30 * DAY },
  { label: "Until I unmute" },
];

/** Mutes a user for a chosen time, or unmutes them. */
export function muteItem(user: User, relationship: Relationship): MenuItem {
  const name = `@${user.username}`;
  if (relationship.muting) return { label: `Unmute ${name}`, icon: <MuteIcon />, run: () => void unmute(user) };
  return {
    label: `Mute ${name}`,
    icon: <MuteIcon />,
    choice: lengths.map(({ label, seconds }) => ({ label, run: () => void mute(user, seconds) })),
  };
}

/** Their tweets disappear at once, so offer an undo. */
async function mute(user: User, seconds: number | undefined): Promise<void> {
  if (!(await setRelationship(user.id, "muting", true, seconds))) return;
  toast({ text: `You muted @${user.username}.`, action: { label: "Undo", run: () => void unmute(user) } });
}

async function unmute(user: User): Promise<void> {
  await setRelationship(user.id, "muting", false);
}
