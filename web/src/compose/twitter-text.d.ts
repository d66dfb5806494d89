declare module "twitter-text" {
  interface Indexed {
    indices: [number, number];
  }

  type Expression =
    | "extractUrl"
    | "latinAccentChars"
    | "validCCTLD"
    | "validDomain"
    | "validGTLD"
    | "validPunycode"
    | "validTcoUrl";

  const twitterText: {
    parseTweet(text: string): { weightedLength: number; valid: boolean };
    extractUrlsWithIndices(text: string): (Indexed & { url: string })[];
    extractMentionsOrListsWithIndices(text: string): (Indexed & { screenName: string; listSlug: string })[];
    extractHashtagsWithIndices(text: string, options: { checkUrlOverlap: boolean }): (Indexed & { hashtag: string })[];
    extractCashtagsWithIndices(text: string): (Indexed & { cashtag: string })[];
    removeOverlappingEntities(entities: Indexed[]): void;
    regexen: Readonly<Record<Expression, RegExp>>;
  };
  export default twitterText;
}
