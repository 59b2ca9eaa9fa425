/** What a reload must not lose: kept by the browser for this tab alone, until the tab is closed. */
const NAME = "osteon ";

export function keep(name: string, content: unknown): void {
  try {
    sessionStorage.setItem(NAME + name, JSON.stringify(content ?? null));
  } catch {
    /* A browser that keeps nothing loses it on a reload, and nothing else. */
  }
}

export function kept<Content>(name: string): Content | undefined {
  try {
    const found = sessionStorage.getItem(NAME + name);
    return found === null ? undefined : ((JSON.parse(found) as Content | null) ?? undefined);
  } catch {
    return undefined;
  }
}
