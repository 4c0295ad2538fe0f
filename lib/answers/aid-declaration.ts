import { stateAidSchema } from "@/lib/answers/state-aid-answers";
import type { RawSection } from "@/lib/form-state";
import { formatDay } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";
import { formatMoney, sumCents } from "@/lib/money";

/** Version of the text that is agreed to: raise it with every change of its words in the catalogue. */
const VERSION = "2026-1";

/**
 * The declaration of de-minimis aid (Regulation (EU) 2023/2831, art. 7(4)) that follows from the ledger, a sentence
 * or row a line, ending with the version of its text. Dutch in every language: it is what is signed. Undefined until the
 * ledger is filled in.
 */
export function aidDeclaration(answers: RawSection): string[] | undefined {
  const t = wordsOf("stateAid");
  const { data: typed } = stateAidSchema.safeParse(answers);
  if (!typed) return undefined;
  const { aid, groupKvkNumbers } = typed;
  const total = formatMoney(sumCents(aid.map(({ amountCents }) => amountCents)));
  const rows = aid.map(({ grantedOn, grantor, amountCents, regulation, kvkNumber }) =>
    t("declaration.row", {
      day: formatDay(grantedOn),
      grantor,
      amount: formatMoney(amountCents),
      regulation,
      company: kvkNumber ?? "none",
    }),
  );
  const undertaking = t("declaration.undertaking", {
    count: groupKvkNumbers.length,
    numbers: groupKvkNumbers.join(", "),
  });
  const received = aid.length === 0 ? t("declaration.nothing") : t("declaration.received", { total });
  return [
    undertaking,
    received,
    ...rows,
    t("declaration.promise"),
    t("declaration.version", { version: VERSION }),
  ];
}
