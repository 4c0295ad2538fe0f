export type Segment = { label: string; value: number; tone: "used" | "held" | "free" };

/** Places segments side by side on a bar of 1000; what does not fit is cut off, never drawn outside it. */
export function partsOf(
  segments: readonly Segment[],
  max: number,
): (Segment & { x: number; width: number })[] {
  let x = 0;
  return segments.map((segment) => {
    const width = max > 0 ? Math.min(Math.round((Math.max(segment.value, 0) / max) * 1000), 1000 - x) : 0;
    const part = { ...segment, x, width };
    x += width;
    return part;
  });
}
