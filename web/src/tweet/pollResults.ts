/** Whole percentages that add up to 100; those with the largest remainders are rounded up. All are 0 without votes. */
export function percentages(votes: readonly number[]): number[] {
  const sum = votes.reduce((total, each) => total + each, 0);
  if (sum === 0) return votes.map(() => 0);
  const exact = votes.map((each) => (100 * each) / sum);
  const whole = exact.map(Math.floor);
  const missing = 100 - whole.reduce((total, each) => total + each, 0);
  const byRemainder = exact.map((each, index) => ({ index, rest: each - Math.floor(each) })).sort((a, b) => b.rest - a.rest);
  for (const { index } of byRemainder.slice(0, missing)) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}

/** The indexes of the options with the most votes; none without votes. */
export function leaders(votes: readonly number[]): ReadonlySet<number> {
  const most = Math.max(...votes);
  return new Set(most === 0 ? [] : votes.flatMap((each, index) => (each === most ? [index] : [])));
}
