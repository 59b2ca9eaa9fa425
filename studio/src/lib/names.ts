/** Names of strategies: none is empty, and no two are alike, for a case keeps strategies by their names. */

/** Return the wanted name, or one like it that is not taken. */
export function freeName(wanted: string, taken: string[]): string {
  const name = wanted.trim() || "no name";
  const others = taken.map((_, number) => `${name} (${number + 2})`);
  return [name, ...others].find((one) => !taken.includes(one)) ?? name;
}
