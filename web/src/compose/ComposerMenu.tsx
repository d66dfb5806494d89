import { Menu, type MenuItem } from "../ui/Menu";
import { CalendarIcon, DraftIcon, MoreIcon } from "../ui/icons";
import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import type { Draft } from "../data/draftParts";
import { maySave } from "./savedDraft";
import { proposed } from "./scheduling";

interface ComposerMenuProps {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
  onSave: () => void;
}

/** What else can be done with a draft. */
export function ComposerMenu({ draft, onChange, onSave }: ComposerMenuProps) {
  const items = (): MenuItem[] => [
    ...(draft.parts.length === 1 && draft.scheduledAt === undefined
      ? [{ label: "Schedule", icon: <CalendarIcon />, run: () => onChange({ scheduledAt: proposed(Date.now()) }) }]
      : []),
    ...(maySave(draft) ? [{ label: "Save as draft", icon: <DraftIcon />, run: onSave }] : []),
    { label: "Drafts", icon: <DraftIcon />, run: () => navigate(paths.drafts) },
    { label: "Scheduled tweets", icon: <CalendarIcon />, run: () => navigate(paths.scheduled) },
  ];
  return (
    <Menu label="Drafts and scheduling" className="icon-button composer-tool" items={items} align="start">
      <MoreIcon />
    </Menu>
  );
}
