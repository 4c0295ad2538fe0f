import type { State } from "@/lib/vocabulary/lifecycle";

/**
 * A reference model of an application's life, written from its description and not from the move table. Amounts in
 * euros.
 */
/** Two trajectories: none, the first, or both are granted. */
const AMOUNT = [0, 8_000, 14_000] as const;
/** What the first and the second trajectory that are granted together count for. */
const PLACES = [8_000, 6_000] as const;

/**
 * States in which the employer may withdraw and the application keeps its place, because only questions on substance
 * are open.
 */
const OPEN: readonly State[] = [
  ...([
    "submitted",
    "completion_requested",
    "in_review",
    "refusal_intended",
    "proposed",
    "reserve_list",
  ] as const),
];

export type ModelCase = {
  state: State;
  version: number;
  /** How many days ago it became complete. */
  daysAgo: number;
  proposer?: number;
  /** Numbers of the proposed trajectories. */
  granted: readonly number[];
  /** Whether the proposal is not to treat it. */
  untreated?: boolean;
  /** Whether the employer was asked to complete it, and did. */
  completed?: boolean;
  /** The trajectories that the decision in force grants. */
  award: readonly number[];
  /** The free amount just before the first decision. */
  first?: { free: number };
  /** Who took the decision in force. */
  decider?: number;
  /** An open revision. */
  revision?: { by: number; award: readonly number[] } | undefined;
  /** The trajectories that stay by an intention, and whether the employer can still respond. */
  told?: { keep: readonly number[]; open: boolean } | undefined;
  /** The bookings per trajectory. */
  tied: Tied;
};
/** Euros on the ceiling and beside it. */
type Tied = Record<number, { ceiling: number; beside: number }>;

/** `room` is the ceiling. */
export type World = { cases: readonly ModelCase[]; room: number; committed: number };

const amountOf = (granted: readonly number[]) => AMOUNT[granted.length] as number;

/** Official 2 is a reviewer only; nobody decides on their own proposal. */
const mayDecide = (it: ModelCase, by: number) => it.state === "proposed" && it.proposer !== by && by !== 2;

/** Why this amount may not be granted now, by the description of the order; undefined when it may. */
function outOfTurn(
  { cases, room: ceiling, committed }: World,
  it: ModelCase,
  amount: number,
): string | undefined {
  const { ahead, equals } = queueOf(cases, it);
  const asked = (others: readonly ModelCase[]) => others.length * AMOUNT[2];
  const room = ceiling - committed - amount;
  if (ahead.length > 0 && asked(ahead) > room) return "would-overtake";
  return equals.length > 0 && asked([...ahead, ...equals]) > room ? "needs-draw" : undefined;
}

function queueOf(cases: readonly ModelCase[], it: ModelCase) {
  const open = cases.filter((other) => other !== it && OPEN.includes(other.state));
  return {
    ahead: open.filter(({ daysAgo }) => daysAgo > it.daysAgo),
    equals: open.filter(({ daysAgo }) => daysAgo === it.daysAgo),
  };
}

/** Why the proposal of this case may not be confirmed now. */
export function obstacleTo(world: World, it: ModelCase): string | undefined {
  const amount = amountOf(it.granted);
  if (amount === 0) return undefined;
  return world.committed + amount > world.room ? "ceiling-reached" : outOfTurn(world, it, amount);
}

/** As many trajectories, in order, as fit. */
function partOf({ room: ceiling, committed }: World, granted: readonly number[]): number[] {
  const room = ceiling - committed;
  if (amountOf(granted) <= room) return [...granted];
  return granted.length > 0 && AMOUNT[1] <= room ? [1] : [];
}

/** The changes that an allowed step makes; undefined when it is refused. */
type Rule = (world: World, it: ModelCase, by: number) => (() => void) | undefined;

const moves =
  (
    may: (world: World, it: ModelCase, by: number) => boolean,
    to: (it: ModelCase, by: number, world: World) => void,
  ): Rule =>
  (world, it, by) =>
    may(world, it, by)
      ? () => {
          to(it, by, world);
          it.version++;
        }
      : undefined;
const between = (from: State, to: State): Rule =>
  moves(
    (_, it) => it.state === from,
    (it) => {
      it.state = to;
    },
  );
const proposes = (granted: readonly number[], untreated = false): Rule =>
  moves(
    (_, it) => it.state === "in_review" && (!untreated || it.completed === true),
    (it, by) => Object.assign(it, { state: "proposed", proposer: by, granted, untreated }),
  );

function grants(world: World, it: ModelCase, by: number, award: readonly number[]): void {
  it.first = { free: world.room - world.committed };
  it.decider = by;
  world.committed += amountOf(award);
  it.award = award;
  it.tied = Object.fromEntries(
    award.map((number, place) => [number, { ceiling: PLACES[place] ?? 0, beside: 0 }]),
  );
  const less = it.untreated ? "not_treated" : "refused";
  it.state = award.length === 0 ? less : award.length === 2 ? "granted" : "partly_granted";
}

const GRANTED: readonly State[] = ["granted", "partly_granted", "lowered"];
const LESS: readonly State[] = ["refused", "partly_granted", "not_treated", "lowered"];

/** The trajectories that stay of a grant without an open change; undefined when nothing would change. */
function leftOf(it: ModelCase, keep: readonly number[]): number[] | undefined {
  const left = it.award.filter((number) => keep.includes(number));
  const isGranted = GRANTED.includes(it.state);
  const isFree = isGranted && !it.revision && !it.told?.open;
  return isFree && left.length < it.award.length ? left : undefined;
}

/** Announcing, proposing or turning down a revision changes neither state nor version. */
const tells =
  (keep: readonly number[]): Rule =>
  (_, it) => {
    const left = leftOf(it, keep);
    return left
      ? () => {
          it.told = { keep: left, open: true };
        }
      : undefined;
  };

/** No more than was announced, unless the employer asked for it. */
const lowers =
  (keep: readonly number[], isAsked = false): Rule =>
  (_, it, by) => {
    const left = leftOf(it, keep);
    const isHeard = it.told?.keep.every((number) => left?.includes(number)) ?? false;
    return left && (isAsked || isHeard)
      ? () => {
          it.revision = { by, award: left };
        }
      : undefined;
  };

const objects =
  (award: readonly number[]): Rule =>
  (_, it, by) => {
    const isMore = amountOf(award) > amountOf(it.award);
    if (!LESS.includes(it.state) || !isMore || it.revision || it.told?.open) return undefined;
    return () => {
      it.revision = { by, award };
    };
  };

/** The bookings of a case for this award: what is too much goes first, what is missing fills the room, then goes beside. */
function tiedFor(it: ModelCase, award: readonly number[], world: World): { tied: Tied; room: number } {
  let room = world.room - world.committed;
  const tied: Tied = {};
  for (const number of [1, 2]) {
    const now = it.tied[number] ?? { ceiling: 0, beside: 0 };
    const due = award.includes(number) ? (PLACES[award.indexOf(number)] ?? 0) : 0;
    const excess = Math.max(0, now.ceiling + now.beside - due);
    const beside = Math.max(0, now.beside - excess);
    const ceiling = now.ceiling - Math.max(0, excess - now.beside);
    room += now.ceiling - ceiling;
    tied[number] = { ceiling, beside };
  }
  for (const [place, number] of award.entries()) {
    const own = tied[number] ?? { ceiling: 0, beside: 0 };
    const missing = (PLACES[place] ?? 0) - own.ceiling - own.beside;
    const inside = Math.min(missing, room);
    room -= inside;
    tied[number] = { ceiling: own.ceiling + inside, beside: own.beside + missing - inside };
  }
  return { tied, room };
}

const besideIn = (tied: Tied) => Object.values(tied).reduce((sum, { beside }) => sum + beside, 0);

const confirms: Rule = (world, it, by) => {
  const { revision, first } = it;
  if (!revision || !first || revision.by === by || by === 2) return undefined;
  const total = amountOf(revision.award);
  const rises = total > amountOf(it.award);
  const { tied, room } = tiedFor(it, revision.award, world);
  const isBeyond = besideIn(tied) > besideIn(it.tied);
  if (rises ? it.decider === by || (isBeyond && total > first.free) : isBeyond) return undefined;
  return () => {
    world.committed = world.room - room;
    const raised = total === AMOUNT[2] ? "granted" : "partly_granted";
    const state = rises ? raised : "lowered";
    Object.assign(it, {
      tied,
      award: revision.award,
      decider: by,
      revision: undefined,
      told: undefined,
      state,
    });
    it.version++;
  };
};

export const RULES = {
  takeUp: between("submitted", "in_review"),
  propose: proposes([1, 2]),
  proposeOne: proposes([1]),
  proposeNone: proposes([]),
  notTreat: proposes([], true),
  ask: between("in_review", "completion_requested"),
  complete: moves(
    (_, it) => it.state === "completion_requested",
    (it) => Object.assign(it, { state: "in_review", completed: true }),
  ),
  intend: between("in_review", "refusal_intended"),
  respond: (world, it, by) =>
    it.told?.open
      ? () => {
          if (it.told) it.told.open = false;
        }
      : between("refusal_intended", "in_review")(world, it, by),
  /** There is always time left to answer. */
  lapse: () => undefined,
  return: moves(
    (_, it, by) => mayDecide(it, by),
    (it) => {
      it.state = "in_review";
    },
  ),
  decide: moves(
    (world, it, by) => mayDecide(it, by) && obstacleTo(world, it) === undefined,
    (it, by, world) => grants(world, it, by, it.granted),
  ),
  grantInPart: moves(
    (world, it, by) => {
      const part = partOf(world, it.granted);
      const isLess = part.length > 0 && part.length < it.granted.length;
      return mayDecide(it, by) && isLess && outOfTurn(world, it, amountOf(part)) === undefined;
    },
    (it, by, world) => grants(world, it, by, partOf(world, it.granted)),
  ),
  reserve: moves(
    (world, it, by) => {
      if (!mayDecide(it, by) || it.granted.length === 0) return false;
      const part = partOf(world, it.granted);
      if (part.length === 0) return true;
      const { ahead } = queueOf(world.cases, it);
      const isBehind = ahead.every(({ state }) => state === "reserve_list");
      return outOfTurn(world, it, amountOf(part)) === "would-overtake" && isBehind;
    },
    (it) => {
      it.state = "reserve_list";
    },
  ),
  callUp: moves(
    (world, it) => {
      const part = partOf(world, [1, 2]);
      return (
        it.state === "reserve_list" && part.length > 0 && outOfTurn(world, it, amountOf(part)) === undefined
      );
    },
    (it) => {
      it.state = "in_review";
    },
  ),
  withdraw: (_, it) => {
    if (it.state === "withdrawn") return () => {};
    if (!OPEN.includes(it.state)) return undefined;
    return () => {
      it.state = "withdrawn";
      it.version++;
    };
  },
  tellToOne: tells([1]),
  tellToNothing: tells([]),
  drop: (_, it) =>
    it.told && !it.revision
      ? () => {
          it.told = undefined;
        }
      : undefined,
  lowerToOne: lowers([1]),
  lowerToNothing: lowers([]),
  lowerAsAsked: lowers([], true),
  lowerToSecondAsAsked: lowers([2], true),
  object: objects([1, 2]),
  objectToOne: objects([1]),
  confirm: confirms,
  reject: (_, it, by) =>
    it.revision && it.revision.by !== by && by !== 2
      ? () => {
          it.revision = undefined;
        }
      : undefined,
} satisfies Record<string, Rule>;

export type Step = keyof typeof RULES;

/** The first undecided case in rank, or else the first of all. */
export const firstInRank = (cases: readonly ModelCase[]): number =>
  cases.reduce((best, it, place) => {
    const before = cases[best] as ModelCase;
    const isOpen = OPEN.includes(it.state);
    if (isOpen !== OPEN.includes(before.state)) return isOpen ? place : best;
    return it.daysAgo > before.daysAgo ? place : best;
  }, 0);

/** Steps that have an effect in each state, so that most sequences reach a grant and beyond. */
const SENSIBLE: Readonly<Partial<Record<State, readonly Step[]>>> = {
  submitted: ["takeUp"],
  in_review: ["propose", "propose", "proposeOne", "proposeNone", "ask", "intend", "notTreat"],
  completion_requested: ["complete"],
  refusal_intended: ["respond"],
  proposed: ["decide", "decide", "grantInPart", "reserve", "return"],
  reserve_list: ["callUp"],
  granted: ["tellToNothing", "lowerAsAsked", "lowerToSecondAsAsked", "tellToOne"],
  partly_granted: ["tellToNothing", "object"],
  lowered: ["object", "lowerAsAsked", "objectToOne", "tellToNothing"],
  refused: ["object", "objectToOne"],
  not_treated: ["object"],
};

/** The same for one case: steps of its open revision come first. */
export function sensibleFor({ state, revision, told }: ModelCase): readonly Step[] {
  if (revision) return ["confirm", "confirm", "confirm", "reject"];
  if (told?.open) return ["respond", "respond", "respond", "drop"];
  if (told) return ["lowerToOne", "lowerToNothing", "lowerToNothing", "drop"];
  return SENSIBLE[state] ?? ["withdraw"];
}
