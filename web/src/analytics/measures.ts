import type { EngagementTotals } from "../api/types";

/** Counts of a tweet, or of all of a user's tweets, in a time. */
export type Counts = EngagementTotals & { viewers?: number; viewer_days?: number };

export interface Measure {
  name: string;
  /** A word for one and for several, after a number. */
  one: string;
  many: string;
  valueOf: (counts: Counts) => number;
}

const measure = (key: keyof EngagementTotals, name: string, one: string, many: string): Measure => ({
  name,
  one,
  many,
  valueOf: (counts) => counts[key],
});

const impressions = measure("impressions", "Impressions", "impression", "impressions");

const viewers: Measure = {
  name: "Viewers",
  one: "viewer",
  many: "viewers",
  valueOf: (counts) => counts.viewers ?? 0,
};

const viewerDays: Measure = {
  name: "Viewer days",
  one: "viewer day",
  many: "viewer days",
  valueOf: (counts) => counts.viewer_days ?? 0,
};

const engagements: readonly Measure[] = [
  measure("engaged_viewers", "Engaged viewers", "engaged viewer", "engaged viewers"),
  measure("likes", "Likes", "like", "likes"),
  measure("retweets", "Retweets", "retweet", "retweets"),
  measure("quotes", "Quotes", "quote", "quotes"),
  measure("replies", "Replies", "reply", "replies"),
  measure("bookmarks", "Bookmarks", "bookmark", "bookmarks"),
  measure("expands", "Tweet opens", "tweet open", "tweet opens"),
  measure("link_opens", "Link opens", "link open", "link opens"),
  measure("media_opens", "Media opens", "media open", "media opens"),
  measure("profile_opens", "Profile opens", "profile open", "profile opens"),
  measure("follows", "Follows", "follow", "follows"),
];

export type Measures = readonly [Measure, ...Measure[]];

/** Those of a tweet. */
export const tweetMeasures: Measures = [impressions, viewers, ...engagements];

/** Those of several tweets, whose viewers are added. */
export const ownMeasures: Measures = [impressions, viewerDays, ...engagements];
