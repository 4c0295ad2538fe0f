import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { DataList } from "@/components/ui/data-list";
import { Heading } from "@/components/ui/heading";
import { addressLine, type RegisterAnswer } from "@/lib/answers/register";

/** The trade register's data of the employer, or a sentence that there are none now. */
export function RegisterCard({ answer }: { answer: RegisterAnswer }) {
  const t = useTranslations("applications.register");
  if ("problem" in answer) return <p>{t(answer.problem)}</p>;
  const { name, legalForm, isActive, rsin, address, activities } = answer.found;
  const spaced = legalForm.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return (
    <Card labelledBy="register">
      <Heading level={2} looksLike={4} id="register">
        {t("title")}
      </Heading>
      {!isActive && (
        <Alert kind="warning" heading={t("ended")}>
          <p>{t("endedText")}</p>
        </Alert>
      )}
      <DataList
        items={[
          { term: t("name"), value: name },
          { term: t("legalForm"), value: spaced },
          ...(rsin ? [{ term: t("rsin"), value: rsin }] : []),
          { term: t("address"), value: address ? addressLine(address) : t("shielded") },
          {
            term: t("activities"),
            value: activities.map(({ code, description }) => `${code} ${description}`).join(", "),
          },
        ]}
      />
      <p className="text-small text-quiet">{t("wrong")}</p>
    </Card>
  );
}
