import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";

export type Person = { kind: "employer" | "staff"; name: string; organisationName?: string | null };

/** Who is signed in, for whom, and the way out. */
export function PersonBar({ person }: { person: Person }) {
  const t = useTranslations("common.person");
  return (
    <section className="site-person" aria-label={t("label")}>
      <div>
        <p>{person.name}</p>
        {person.kind === "employer" ? (
          <p>
            {t("onBehalfOf")} <strong>{person.organisationName}</strong> ·{" "}
            <Link href="/organisation">{t("change")}</Link>
          </p>
        ) : (
          <p>{t("staff")}</p>
        )}
      </div>
      <form method="post" action="/api/auth/sign-out">
        <Button type="submit" variant="link">
          {t("signOut")}
        </Button>
      </form>
    </section>
  );
}
