import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { StaffRole } from "@/lib/actor";

export type Person = {
  kind: "employer" | "staff";
  name: string;
  /** Empty for employers. */
  roles: readonly StaffRole[];
  organisationName: string | undefined;
  /** True when the organisation is not the person's own. */
  onBehalf: boolean;
  choices: readonly unknown[];
};

/** Who is signed in, for whom, and the way out. */
export function PersonBar({ person }: { person: Person }) {
  const t = useTranslations("common.person");
  return (
    <section className="site-person" aria-label={t("label")}>
      <div>
        <p>{person.name}</p>
        {person.kind === "employer" ? <Organisation person={person} /> : <Roles roles={person.roles} />}
      </div>
      <form method="post" action="/api/auth/sign-out">
        <Button type="submit" variant="link">
          {t("signOut")}
        </Button>
      </form>
    </section>
  );
}

function Organisation({ person: { organisationName, onBehalf, choices } }: { person: Person }) {
  const t = useTranslations("common.person");
  return (
    <>
      <p>
        {t("onBehalfOf")} <strong>{organisationName}</strong> {onBehalf && t("mandate")}
      </p>
      {choices.length > 1 && (
        <p>
          <Link href="/organisation">{t("change")}</Link>
        </p>
      )}
    </>
  );
}

function Roles({ roles }: Pick<Person, "roles">) {
  const t = useTranslations("common.person");
  return <p>{t("staff", { roles: roles.map((role) => t(`roles.${role}`)).join(", ") })}</p>;
}
