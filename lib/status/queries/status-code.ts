import "server-only";
import { keyedHash } from "@/lib/privacy/seal";
import { statusCodeOf } from "../code";

/**
 * The status code of one application. It is computed from our key and the application and never stored: the same
 * receipt always has the same code, and the database holds none.
 */
export const statusCode = (applicationId: string): string => statusCodeOf(keyedHash("status", applicationId));
