import { chooseLanguage } from "@/lib/auth/commands/choose-language";
import { currentActor } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { localeOf } from "@/lib/i18n/locale";
import { rememberLocale } from "@/lib/i18n/locale-cookie";
import { pageOf } from "@/lib/i18n/page-of";
import { mayChange } from "@/lib/security/origin";

/** Stores the chosen language, for mail too when someone is signed in, and returns to the same page. */
export async function POST(request: Request): Promise<Response> {
  const { APP_URL } = env();
  if (!mayChange(request, APP_URL)) return new Response(null, { status: 403 });
  const form = await request.formData();
  const locale = localeOf(form.get("language"));
  await rememberLocale(locale);
  const actor = await currentActor();
  if (actor.kind !== "visitor" && actor.kind !== "system") await chooseLanguage(actor.personId, locale);
  return new Response(null, {
    status: 303,
    headers: { Location: pageOf(request.headers.get("referer"), APP_URL) },
  });
}
