import { useTranslations } from "next-intl";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import type { Messages } from "@/lib/i18n/catalogue";
import { useFormats } from "@/lib/i18n/use-formats";
import type { Group, RuleLine } from "./rule-lines";
import { SourceLine } from "./source-line";

type ListedValue = keyof Messages["home"]["scheme"]["values"];

/** The rules of one subject, as sentences. Shows nothing when a scheme has none. */
export function RuleList({ group, lines }: { group: Group; lines: readonly RuleLine[] }) {
  const t = useTranslations("home.scheme");
  const format = useFormats();
  if (lines.length === 0) return null;
  const words = (value: RuleLine["value"]) =>
    typeof value === "object" ? format.oneOf(value.map((one) => t(`values.${one as ListedValue}`))) : value;
  return (
    <Stack>
      <Heading level={2}>{t(`groups.${group}`)}</Heading>
      <ul className="rules">
        {lines.map(({ name, value, source, article, kind }) => (
          <li key={name}>
            {t(`rules.${name}`, { value: words(value) })}
            <SourceLine source={source} article={article} kind={kind} />
          </li>
        ))}
      </ul>
    </Stack>
  );
}
