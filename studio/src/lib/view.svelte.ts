/** Which view is open; it stands in the address, so that the browser's way back works. */
export const VIEWS = ["forecast", "kitchen", "plan", "trial", "cases", "evidence"] as const;
export type View = (typeof VIEWS)[number];
export const LABELS: Record<View, string> = {
  forecast: "Forecast", kitchen: "Kitchen and gym", plan: "Plan", trial: "Trial", cases: "Cases", evidence: "Evidence",
};

const named = (): View => {
  const name = new URLSearchParams(location.search).get("view");
  return VIEWS.find((one) => one === name) ?? "forecast";
};

export const view = $state({ open: named() });
addEventListener("popstate", () => (view.open = named()));

export function go(to: View): void {
  if (to === view.open) return;
  view.open = to;
  history.pushState(null, "", `${location.pathname}${to === "forecast" ? "" : `?view=${to}`}${location.hash}`);
  scrollTo(0, 0);
}
