import "server-only";
import { keyedHash } from "@/lib/privacy/seal";
import { statusCodeOf } from "../code";

/**
 * The code that goes with the reference of one application. It follows from our key and the application, and is kept
 * nowhere: the same receipt always has the same code, and who reads the database finds none.
 */
export const statusCode = (applicationId: string): string => statusCodeOf(keyedHash("status", applicationId));
