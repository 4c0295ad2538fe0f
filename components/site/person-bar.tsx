import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { StaffRole } from "@/lib/actor";

export type Person = {
  kind: "employer" | "staff";
  name: string;
  /** Empty for employers. */
  roles: readonly StaffRole[];
  organisation:
    | { legalName: string; intermediaryKvkNumber: string | null; branchNumber: string | null }
    | undefined;
};

/** The signed-in person, whom they represent, and signing out. */
export function PersonBar({ person }: { person: Person }) {
  const t = useTranslations("common.person");
  return (
    <section className="site-person" aria-label={t("label")}>
      <div>
        <p>{person.name}</p>
        {person.organisation ? <Organisation {...person.organisation} /> : <Roles roles={person.roles} />}
      </div>
      <p>
        <Link href="/sessions">{t("sessions")}</Link>
      </p>
      <form method="post" action="/api/auth/sign-out">
        <Button type="submit" variant="link">
          {t("signOut")}
        </Button>
      </form>
    </section>
  );
}

function Organisation({
  legalName,
  intermediaryKvkNumber,
  branchNumber,
}: NonNullable<Person["organisation"]>) {
  const t = useTranslations("common.person");
  return (
    <>
      <p>
        {t("onBehalfOf")} <strong>{legalName}</strong> {intermediaryKvkNumber && t("mandate")}
      </p>
      {branchNumber && <p>{t("branch", { number: branchNumber })}</p>}
      <p>
        <Link href="/organisation">{t("change")}</Link>
      </p>
    </>
  );
}

function Roles({ roles }: Pick<Person, "roles">) {
  const t = useTranslations("common.person");
  return <p>{t("staff", { roles: roles.map((role) => t(`roles.${role}`)).join(", ") })}</p>;
}
