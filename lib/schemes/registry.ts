import type { Scheme } from "@/lib/vocabulary/scheme";
import type { SchemeDefinition } from "./definition";
import { startbaan } from "./startbaan/scheme";
import { werkgeverssubsidie } from "./werkgeverssubsidie/scheme";

/** Every scheme. A missing scheme or a missing piece of one does not compile. */
export const SCHEME_DEFINITIONS = { werkgeverssubsidie, startbaan } satisfies {
  [S in Scheme]: SchemeDefinition<S>;
};

/** The definition of a scheme. */
export const definitionOf = (scheme: Scheme): SchemeDefinition => SCHEME_DEFINITIONS[scheme];
