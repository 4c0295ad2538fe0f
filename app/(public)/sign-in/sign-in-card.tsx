import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { Paragraph } from "@/components/ui/paragraph";
import type { PersonKind } from "@/lib/auth/person-kind";

type Props = { kind: PersonKind; next: string | undefined; children?: ReactNode };

/** One way to sign in: a bare form, so that it works without JavaScript too. */
export function SignInCard({ kind, next, children }: Props) {
  const t = useTranslations("signin");
  return (
    <Card labelledBy={kind}>
      <Heading level={2} id={kind}>
        {t(`${kind}.title`)}
      </Heading>
      <Paragraph>{t(`${kind}.text`)}</Paragraph>
      <form method="post" action={`/api/auth/sign-in/${kind}`}>
        {next && <input type="hidden" name="next" value={next} />}
        <Button type="submit" variant={kind === "employer" ? "primary" : "secondary"}>
          {t(`${kind}.button`)}
        </Button>
      </form>
      {children}
    </Card>
  );
}
