import { wordsOf } from "@/lib/i18n/words";
import { meterSchema } from "@/lib/publication/meter";

/** The schema of budget.json; its names and descriptions are Dutch, like those of the file. */
export function GET(): Response {
  const t = wordsOf("publication");
  return Response.json(
    meterSchema(t("meter.title"), (field) => t(`meter.of.${field}`)),
    {
      headers: { "Content-Disposition": 'attachment; filename="budget-schema.json"' },
    },
  );
}
