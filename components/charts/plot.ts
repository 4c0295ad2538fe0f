import { scaleLinear } from "d3-scale";

/** The field of a chart, in units of its view box; the space outside it is for the axes. */
export const FIELD = { width: 640, height: 300, left: 92, right: 12, top: 12, bottom: 34 } as const;

export type Tick = { at: number; label: string };

/** A field without amounts reaches € 1.000, so that its marks are whole amounts too. */
const LEAST = 100_000;

/** Places amounts in cents on the height of the field, from zero to above the highest, with about five round marks. */
export function heights(highest: number, label: (value: number) => string) {
  const { top, height, bottom } = FIELD;
  const scale = scaleLinear([0, Math.max(highest, LEAST)], [height - bottom, top]).nice(5);
  const y = (value: number): number => round(scale(value));
  return { y, ticks: scale.ticks(5).map((value): Tick => ({ at: y(value), label: label(value) })) };
}

/** Places steps 0 to `last` on the width of the field. */
export function widths(last: number): (step: number) => number {
  const { left, width, right } = FIELD;
  const scale = scaleLinear([0, Math.max(last, 1)], [left, width - right]);
  return (step) => round(scale(step));
}

/** A line that stays level from each point to the next, as the `d` of a path. */
export function stepsPath(points: readonly (readonly [x: number, y: number])[]): string {
  return points.map(([x, y], place) => (place === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join("");
}

const round = (value: number): number => Math.round(value * 10) / 10;
