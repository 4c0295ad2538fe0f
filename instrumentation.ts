import type { Instrumentation } from "next";

type Shared = { portalRequestFailed?: (error: unknown, isAfterAction: boolean) => void };

/**
 * Tells the server around the app, which set the function, of an error that no page, action or route handler met. Of a
 * page that is made after an action Next says `action`, of an action that itself threw `render`.
 */
export const onRequestError: Instrumentation.onRequestError = (error, { method }, { routeType }) =>
  (globalThis as Shared).portalRequestFailed?.(error, method === "POST" && routeType === "action");
