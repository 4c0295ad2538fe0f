import { config } from "zod/v4/core";

/**
 * Schemas are not compiled in the browser: our policy allows no eval, and trying it is reported as a breach. Imported by
 * every field, so that it holds before the first schema is made.
 */
config({ jitless: true });
