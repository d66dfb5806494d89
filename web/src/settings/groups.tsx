import type { ReactNode } from "react";
import type { SettingsPart } from "../ui/paths";
import { AnalyticsSection, LogOutSection, ServerSection } from "./AccountSections";
import { AppearanceChoice } from "./AppearanceChoice";
import { EmailForm } from "./EmailForm";
import { Hidden } from "./Hidden";
import { HomePreferences } from "./HomePreferences";
import { MediaChoice } from "./MediaChoice";
import { MessagePreferences } from "./MessagePreferences";
import { MutedWords } from "./MutedWords";
import { NotificationPreferences } from "./NotificationPreferences";
import { PasswordForm } from "./PasswordForm";
import { SecondFactorSection } from "./SecondFactorSection";
import { PushPreferences } from "./PushPreferences";
import { Sessions } from "./Sessions";
import { TrendSettings } from "./TrendSettings";

interface SettingsGroup {
  label: string;
  /** What the list of groups says below the label. */
  about?: string;
  /** The sections, in the order in which they appear. */
  content: ReactNode;
}

/** What the settings consist of. A feature adds its section, a file of its own, to the group where users expect it. */
export const groups: Record<SettingsPart, SettingsGroup> = {
  account: {
    label: "Account",
    about: "Email address, analytics and log-out",
    content: (
      <>
        <EmailForm />
        <AnalyticsSection />
        <LogOutSection />
        <ServerSection />
      </>
    ),
  },
  security: {
    label: "Security",
    about: "Password, two-factor authentication, devices",
    content: (
      <>
        <PasswordForm />
        <SecondFactorSection />
        <Sessions />
      </>
    ),
  },
  privacy: {
    label: "Privacy and safety",
    about: "Messages, and what you don't want to see",
    content: <MessagePreferences />,
  },
  blocked: { label: "Blocked users", content: <Hidden key="blocked" list="blocked" /> },
  muted: { label: "Muted users", content: <Hidden key="muted" list="muted" /> },
  words: { label: "Muted words", content: <MutedWords /> },
  home: {
    label: "Timeline and content",
    about: "Order of tweets, pictures and videos",
    content: (
      <>
        <HomePreferences />
        <MediaChoice />
      </>
    ),
  },
  trends: { label: "Trends", content: <TrendSettings /> },
  notifications: {
    label: "Notifications",
    about: "What you are notified about, and on which devices",
    content: (
      <>
        <PushPreferences />
        <NotificationPreferences />
      </>
    ),
  },
  appearance: { label: "Appearance", about: "Light or dark", content: <AppearanceChoice /> },
};

/** The parts in the order of the list, each group with the lists that belong to it. */
export const order: readonly { part: SettingsPart; below: readonly SettingsPart[] }[] = [
  { part: "account", below: [] },
  { part: "security", below: [] },
  { part: "privacy", below: ["blocked", "muted", "words"] },
  { part: "home", below: ["trends"] },
  { part: "notifications", below: [] },
  { part: "appearance", below: [] },
];
