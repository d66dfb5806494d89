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

/** Mutes a user for as long as one chooses, or takes that back. */
export function muteItem(user: User, stand: Relationship): MenuItem {
  const name = `@${user.username}`;
  if (stand.muting) return { label: `Unmute ${name}`, icon: <MuteIcon />, run: () => void unmute(user) };
  return {
    label: `Mute ${name}`,
    icon: <MuteIcon />,
    choice: lengths.map(({ label, seconds }) => ({ label, run: () => void mute(user, seconds) })),
  };
}

/** Their tweets go at once: who did not mean it should not have to look for the way back. */
async function mute(user: User, seconds: number | undefined): Promise<void> {
  if (!(await setRelationship(user.id, "muting", true, seconds))) return;
  toast({ text: `You do not see @${user.username} any more.`, action: { label: "Undo", run: () => void unmute(user) } });
}

async function unmute(user: User): Promise<void> {
  await setRelationship(user.id, "muting", false);
}
