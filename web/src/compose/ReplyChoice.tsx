import type { NewTweet } from "../api/types";
import { Menu } from "../ui/Menu";
import { AtIcon, CheckIcon, PeopleIcon, PersonIcon } from "../ui/icons";

type Replies = NonNullable<NewTweet["replies"]>;

const choices: readonly { value: Replies; label: string; Icon: typeof PersonIcon }[] = [
  { value: "everyone", label: "Everyone can reply", Icon: PeopleIcon },
  { value: "followees", label: "People you follow can reply", Icon: PersonIcon },
  { value: "mentioned", label: "Only people you mention can reply", Icon: AtIcon },
];

interface ReplyChoiceProps {
  chosen: Replies;
  onChoose: (replies: Replies | undefined) => void;
}

/** Who may reply to the tweet that is being written. */
export function ReplyChoice({ chosen, onChoose }: ReplyChoiceProps) {
  const { label, Icon } = choices.find(({ value }) => value === chosen) ?? { label: "", Icon: PeopleIcon };
  return (
    <Menu
      label={`Who can reply: ${label}`}
      className="icon-button composer-tool"
      pressed={chosen !== "everyone"}
      align="start"
      items={() =>
        choices.map((choice) => ({
          label: choice.label,
          icon: choice.value === chosen ? <CheckIcon /> : <choice.Icon />,
          run: () => onChoose(choice.value === "everyone" ? undefined : choice.value),
        }))
      }
    >
      <Icon />
    </Menu>
  );
}
