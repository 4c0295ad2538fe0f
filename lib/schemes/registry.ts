import type { Scheme } from "@/lib/vocabulary/scheme";
import type { SchemeDefinition } from "./definition";
import { startbaan } from "./startbaan/scheme";
import { werkgeverssubsidie } from "./werkgeverssubsidie/scheme";

/** Every scheme. One that is missing, or misses a piece, does not compile. */
export const SCHEME_DEFINITIONS = { werkgeverssubsidie, startbaan } satisfies {
  [S in Scheme]: SchemeDefinition<S>;
};

/** One scheme, whichever it is. */
export const definitionOf = (scheme: Scheme): SchemeDefinition => SCHEME_DEFINITIONS[scheme];
