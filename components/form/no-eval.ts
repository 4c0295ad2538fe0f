import { config } from "zod/v4/core";

/**
 * Turns off compiling of schemas in the browser: our policy forbids eval, and an attempt is reported as a breach. Every
 * field imports this, so that it applies before the first schema is made.
 */
config({ jitless: true });
