/** Parts of a case document, as plain data. */

/** What an opened case holds and no field shows: it goes back into the case as it came. */
export type Rest = Record<string, unknown>;

export const part = (content: Rest, name: string): Rest => (content[name] ?? {}) as Rest;
export const only = (content: Rest, ...names: string[]): Rest =>
  Object.fromEntries(Object.entries(content).filter(([name]) => names.includes(name)));
export const without = (content: Rest, ...names: string[]): Rest =>
  Object.fromEntries(Object.entries(content).filter(([name]) => !names.includes(name)));
export const filled = (content: Rest): Rest => Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined && value !== null));
/** Return a part under its name; nothing where it is empty. */
export const some = (name: string, content: Rest | Rest[]): Rest => (Object.keys(content).length ? { [name]: content } : {});
