/** Where arrows run between the boxes of the map. */
import type { Influence } from "./pathway";

export interface Box { x: number; y: number; width: number; height: number }
export interface Arrow { path: string; x: number; y: number; down: boolean }

const SPREAD = 0.56;

/** Return an arrow for each influence; ends spread along the sides of a box, in the order of where they come from. */
export function arrows(influences: Influence[], boxes: Record<string, Box>, gap: number): (Arrow | undefined)[] {
  const known = influences.map((one) => ({ from: boxes[one.cause], to: boxes[one.effect] }));
  const ports = new Map<string, { number: number; x: number }[]>();
  const down = (from: Box, to: Box) => to.y >= from.y + from.height;
  const same = (from: Box, to: Box) => !down(from, to) && to.y + to.height > from.y;
  known.forEach(({ from, to }, number) => {
    if (!from || !to) return;
    const { cause, effect } = influences[number]!;
    const leaves = down(from, to) ? "bottom" : "top";
    const enters = down(from, to) || same(from, to) ? "top" : "bottom";
    for (const [port, x] of [[`${cause} ${leaves}`, middle(to)], [`${effect} ${enters}`, middle(from)]] as const)
      ports.set(port, [...(ports.get(port) ?? []), { number, x }]);
  });
  for (const found of ports.values()) found.sort((one, other) => one.x - other.x);
  const at = (box: Box, port: string, number: number) => {
    const found = ports.get(port)!;
    const rank = found.findIndex((one) => one.number === number);
    return middle(box) + SPREAD * box.width * ((rank + 0.5) / found.length - 0.5);
  };
  return known.map(({ from, to }, number) => {
    if (!from || !to) return undefined;
    const { cause, effect } = influences[number]!;
    if (down(from, to)) {
      const [x1, y1] = [at(from, `${cause} bottom`, number), from.y + from.height];
      const [x2, y2] = [at(to, `${effect} top`, number), to.y];
      const bend = Math.max(gap, (y2 - y1) * 0.45);
      return { path: `M${x1},${y1}C${x1},${y1 + bend} ${x2},${y2 - bend} ${x2},${y2}`, x: x2, y: y2, down: true };
    }
    const [x1, y1] = [at(from, `${cause} top`, number), from.y];
    if (same(from, to)) {
      const [x2, y2] = [at(to, `${effect} top`, number), to.y];
      const bend = gap * 1.1;
      return { path: `M${x1},${y1}C${x1},${y1 - bend} ${x2},${y2 - bend} ${x2},${y2}`, x: x2, y: y2, down: true };
    }
    const [x2, y2] = [at(to, `${effect} bottom`, number), to.y + to.height];
    const bend = Math.max(gap, (y1 - y2) * 0.45);
    return { path: `M${x1},${y1}C${x1},${y1 - bend} ${x2},${y2 + bend} ${x2},${y2}`, x: x2, y: y2, down: false };
  });
}

const middle = (box: Box): number => box.x + box.width / 2;

/** Return the name of the nearest box in the way of an arrow key. */
export function neighbor(boxes: Record<string, Box>, from: string, key: string): string | undefined {
  const way = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key];
  const start = boxes[from];
  if (!way || !start) return undefined;
  const [right, down] = way as [number, number];
  let best: string | undefined;
  let least = Infinity;
  for (const [name, box] of Object.entries(boxes)) {
    const [x, y] = [middle(box) - middle(start), box.y + box.height / 2 - start.y - start.height / 2];
    const [along, across] = [x * right + y * down, Math.abs(x * down) + Math.abs(y * right)];
    const far = along + 2.5 * across;
    if (along > 4 && far < least) [best, least] = [name, far];
  }
  return best;
}
