import { wordsOf } from "@/lib/i18n/words";
import { grantsSchema } from "@/lib/publication/grant";

/** The schema of grants.json; its names and descriptions are Dutch, like those of the files. */
export function GET(): Response {
  const t = wordsOf("publication");
  return Response.json(
    grantsSchema(t("list"), (field) => t(`fields.of.${field}`)),
    {
      headers: { "Content-Disposition": 'attachment; filename="schema.json"' },
    },
  );
}
