/** A place for the keyboard: when what it was on goes away, it is on what then stands there, not at the top of the page. */
const REACHED = "a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), summary, [tabindex='0']";

/** What a key was last pressed on, and what holds it, the nearest first, each with its rank in it. */
let pressed: Element | undefined;
let around: { place: Element; rank: number }[] = [];

const reached = (place: Element): HTMLElement[] => [...place.querySelectorAll<HTMLElement>(REACHED)].filter((one) => one.checkVisibility());

function remember({ target }: Event): void {
  pressed = target instanceof HTMLElement ? target : undefined;
  around = [];
  for (let place = pressed?.parentElement; place && place.tagName !== "MAIN"; place = place.parentElement)
    around.push({ place, rank: reached(place).indexOf(target as HTMLElement) });
}

function restore(): void {
  if (!pressed || pressed.isConnected || document.activeElement !== document.body) return;
  pressed = undefined;
  for (const { place, rank } of around) {
    const found = place.isConnected ? reached(place) : [];
    found[Math.min(rank, found.length - 1)]?.focus();
    if (found.length) return;
  }
}

/** Watch over the focus of the page; where a finger or a mouse has pressed, nothing is focused for it. */
export function holdFocus(): void {
  addEventListener("keydown", remember, true);
  addEventListener("pointerdown", () => (pressed = undefined), true);
  new MutationObserver(restore).observe(document.body, { childList: true, subtree: true });
}
