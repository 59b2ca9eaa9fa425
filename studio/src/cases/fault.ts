/** What is wrong with a file, taken apart: the line, the path to the fault, and the words. */
export interface Fault { line: number | null; path: string; words: string; text: string }

/** Read the words of the server; a line that is known shows what stands there. */
export function faults(detail: string, name: string, text: string): Fault[] {
  const lines = text.split(/\r?\n/);
  return detail.split("\n").map((told) => {
    const bare = told.startsWith(`${name}:`) ? told.slice(name.length + 1) : told;
    const [, number, rest] = /^(?:(\d+):)? ?([\s\S]*)$/.exec(bare)!;
    const line = number === undefined ? null : Number(number);
    const cut = (rest ?? "").search(/: | (?=is missing|is |has |needs |ends |does |goes )/);
    const path = cut > 0 && looksLikePath(rest!.slice(0, cut)) ? rest!.slice(0, cut) : "";
    const words = path === "" ? rest! : rest!.slice(cut).replace(/^: ?/, "").trim();
    return { line, path, words, text: line === null ? "" : (lines[line - 1] ?? "").trim().slice(0, 200) };
  });
}

/** A path is a name, a way through a case (`person > age`) or through a bundle (`Bundle.entry[3].resource`). */
const looksLikePath = (words: string): boolean => /^Bundle\b/.test(words) || words.includes(" > ") || /^[\w ]{1,40}$/.test(words) && words.split(" ").length <= 2 && words !== "this";
