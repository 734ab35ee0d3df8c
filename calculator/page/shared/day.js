// Today where the policy is, whatever clock zone the visitor is in, and which edition rules a day.
// @ts-check

/** Such as 2026-11-23. */
export const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());

/**
 * The edition in force for the benefit on the day, or the one whose days ended last before it. The
 * page states the first and the last day of each edition by benefit, in `data-days`.
 * @template {HTMLElement} Choice
 * @param {Choice[]} choices
 * @param {string} track
 * @param {string} on
 * @returns {Choice | undefined}
 */
export function editionOn(choices, track, on) {
  const known = choices
    .map((choice) => ({ choice, days: new Map(Object.entries(JSON.parse(choice.dataset.days ?? "{}"))).get(track) }))
    .filter(({ days }) => days);
  const ruling = known.find(({ days: [first, last] }) => first <= on && on <= last);
  const ended = known.filter(({ days: [, last] }) => last < on).sort((a, b) => (a.days[1] < b.days[1] ? 1 : -1));
  return (ruling ?? ended[0] ?? known[0])?.choice;
}
