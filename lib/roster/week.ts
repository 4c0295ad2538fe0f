/** The days of a week in their order, as the roster of a startbaan names them. */
export const WEEKDAYS = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** An activity of a participant: paid work, or a class of the inburgering, which is protected time. */
export const OCCUPATIONS = ["work", "class"] as const;
export type Occupation = (typeof OCCUPATIONS)[number];

/** Part of one day in minutes after midnight: `from` is before `to`, and `to` is 1440 at most. */
export type Block = { from: number; to: number };
export type Week = Record<Weekday, Record<Occupation, Block[]>>;

const FULL_DAY = 24 * 60;
const TIME = String.raw`(\d{1,2})(?:[:.u](\d{2}))?(?:\s*(?:uur|u))?`;
const BLOCK = new RegExp(String.raw`^${TIME}\s*(?:-|–|—|tot|to)\s*${TIME}$`);

/**
 * Reads the typed blocks of one day, "9:00-12.30 en 13-17", in the order of the day; an empty text has none. Undefined
 * when it cannot be read, a block does not end after it starts, or two blocks overlap.
 */
export function parseBlocks(typed: string): Block[] | undefined {
  const parts = typed
    .toLowerCase()
    .split(/[,;+&\n]|\ben\b|\band\b/)
    .map((part) => part.trim());
  const blocks: Block[] = [];
  for (const part of parts.filter(Boolean)) {
    const block = parseBlock(part);
    if (!block) return undefined;
    blocks.push(block);
  }
  blocks.sort((a, b) => a.from - b.from);
  const overlaps = blocks.some((block, place) => block.from < (blocks[place - 1]?.to ?? 0));
  return overlaps ? undefined : blocks;
}

function parseBlock(text: string): Block | undefined {
  const [, fromHour, fromMinute, toHour, toMinute] = BLOCK.exec(text) ?? [];
  const from = minutesAt(fromHour, fromMinute);
  const to = minutesAt(toHour, toMinute);
  return from === undefined || to === undefined || from >= to ? undefined : { from, to };
}

function minutesAt(hour: string | undefined, minute = "0"): number | undefined {
  const minutes = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && minutes <= FULL_DAY ? minutes : undefined;
}

/** "9:00" or "24:00", from minutes after midnight. */
const formatTime = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;

/** "9:00 – 12:30, 13:00 – 17:00"; empty without blocks. `parseBlocks` reads it back. */
export const formatBlocks = (blocks: readonly Block[]): string =>
  blocks.map(({ from, to }) => `${formatTime(from)} – ${formatTime(to)}`).join(", ");

const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { from, to }) => sum + to - from, 0);

/** Hours of a week for one activity, in tenths of an hour: rounded once, over the whole week. */
export const hoursIn = (week: Week, occupation: Occupation): number =>
  Math.round(WEEKDAYS.reduce((sum, day) => sum + lengthOf(week[day][occupation]), 0) / 6) / 10;

/** The time of one day with both work and class, which should be empty. */
export const clashesOn = (week: Week, day: Weekday): Block[] =>
  week[day].work.flatMap((work) =>
    week[day].class
      .map((lesson) => ({ from: Math.max(work.from, lesson.from), to: Math.min(work.to, lesson.to) }))
      .filter(({ from, to }) => from < to),
  );

/** The days on which work and class overlap. */
export const clashingDays = (week: Week): Weekday[] =>
  WEEKDAYS.filter((day) => clashesOn(week, day).length > 0);
