import type { TestProject } from "vitest/node";
import { migrate } from "@/db/migrate";
import { appPassword } from "@/lib/env";
import { environment } from "@/scripts/environment";
import { startScratch } from "@/scripts/scratch-cluster";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the server as its superuser, and of the migrated database that tests copy, as its owner. */
    superUrl: string;
    templateUrl: string;
    environment: Record<string, string>;
  }
}

/** Starts one PostgreSQL for all database tests and migrates the database that each test file copies. */
export default async function setup(project: TestProject) {
  const variables = environment({});
  const cluster = await startScratch();
  try {
    await migrate(cluster.ownerUrl, appPassword(variables.APP_SECRET ?? ""));
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  project.provide("superUrl", cluster.superUrl);
  project.provide("templateUrl", cluster.ownerUrl);
  project.provide("environment", variables);
  return cluster.stop;
}
