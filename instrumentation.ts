import type { Instrumentation } from "next";

type Shared = { portalRequestFailed?: (error: unknown, isAfterAction: boolean) => void };

/**
 * Reports uncaught errors of pages, actions and route handlers to the server around the app, which set the function.
 * Next says `action` for a page that is rendered after an action, and `render` for an action that itself threw.
 */
export const onRequestError: Instrumentation.onRequestError = (error, { method }, { routeType }) =>
  (globalThis as Shared).portalRequestFailed?.(error, method === "POST" && routeType === "action");
