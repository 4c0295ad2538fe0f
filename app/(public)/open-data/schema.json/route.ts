import { wordsOf } from "@/lib/i18n/words";
import { grantsSchema } from "@/lib/publication/grant";

/** What the fields of grants.json mean, for programs; its names and words are Dutch, like those of the files. */
export function GET(): Response {
  const t = wordsOf("publication");
  return Response.json(
    grantsSchema(t("list"), (field) => t(`fields.of.${field}`)),
    {
      headers: { "Content-Disposition": 'attachment; filename="schema.json"' },
    },
  );
}
