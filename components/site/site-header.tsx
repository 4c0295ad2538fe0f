import Link from "next/link";
import { useTranslations } from "next-intl";
import { LanguageSwitch } from "./language-switch";
import { NavLink } from "./nav-link";
import { type Person, PersonBar } from "./person-bar";
import { MessagesLabel, type Unread } from "./unread";

type Props = {
  person?: Person;
  /** The number of unread formal messages, for an employer. */
  unread?: Unread;
};

/** Name of the service, the main menu, and the signed-in person with whom they represent. */
export function SiteHeader({ person, unread }: Props) {
  const t = useTranslations("common");
  const places = [
    { href: "/", label: t("nav.home") },
    ...(person?.kind === "employer"
      ? [
          { href: "/applications", label: t("nav.applications") },
          {
            href: "/messages",
            label: unread ? <MessagesLabel {...unread} /> : t("nav.messages", { count: 0 }),
          },
        ]
      : []),
    ...(person?.kind === "staff" && !person.roles.includes("budget_holder")
      ? [{ href: "/cases", label: t("nav.work") }]
      : []),
    ...(person?.roles.includes("auditor") ? [{ href: "/audit", label: t("nav.audit") }] : []),
    { href: "/budget", label: t("nav.budget") },
    ...(person ? [] : [{ href: "/sign-in", label: t("nav.signIn") }]),
  ];
  return (
    <header className="site-header">
      <div className="bounds">
        <div className="site-header__top">
          <Link className="site-header__name" href="/" prefetch={false}>
            {t("service")}
          </Link>
          <div className="site-header__tools">
            {person && <PersonBar person={person} />}
            <LanguageSwitch />
          </div>
        </div>
        <nav className="site-nav" aria-label={t("nav.label")}>
          <ul>
            {places.map(({ href, label }) => (
              <li key={href}>
                <NavLink href={href}>{label}</NavLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
