/** Tells when an element comes into sight or leaves it: what nobody looks at need not be asked for. */
export function sight(element: HTMLElement, told: (seen: boolean) => void) {
  const watch = new IntersectionObserver((found) => told(found.some((one) => one.isIntersecting)), { rootMargin: "200px" });
  watch.observe(element);
  return { destroy: () => watch.disconnect() };
}
