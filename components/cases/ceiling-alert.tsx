import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import type { GrantEffect } from "@/lib/decisions/queries/budget-effect";
import { problemOf } from "@/lib/i18n/problem-of";
import { useFormats } from "@/lib/i18n/use-formats";

type NameKey = Parameters<ReturnType<typeof useTranslations<"budget.names">>>[0];

/** The ceiling that is reached, its free amount and the part that still fits; nothing when all fits. */
export function CeilingAlert({ effect }: { effect: GrantEffect }) {
  const name = useTranslations("budget.names");
  const problems = useTranslations("problems");
  const format = useFormats();
  if (!effect.refusal) return null;
  const { code, values } = problemOf(effect.refusal);
  return (
    <Alert kind="warning">
      <p>
        {problems(code as Parameters<typeof problems>[0], {
          ...format.values(values ?? {}),
          line: name(effect.refusal.line as NameKey),
        })}
      </p>
    </Alert>
  );
}
