"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";

/** A letter, its meaning in words, and its target: an address, or "#id" of a heading on this page. */
export type Shortcut = { key: string; label: string; href: string };

const KEPT = "portal-shortcuts";
const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;

/** Single-letter shortcuts; "?" shows them. They can be turned off permanently (WCAG 2.1.4). */
export function Shortcuts({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  const t = useTranslations("caseAids");
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOn, setOn] = useState(true);

  useEffect(() => setOn(localStorage.getItem(KEPT) !== "off"), []);
  useEffect(() => {
    if (!isOn) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
      if (dialog.current?.open) return;
      if (event.key === "?") dialog.current?.showModal();
      const href = shortcuts.find(({ key }) => key === event.key)?.href;
      if (!href) return;
      event.preventDefault();
      if (href.startsWith("#")) goTo(href.slice(1));
      else router.push(href);
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [isOn, shortcuts, router]);

  function choose(on: boolean) {
    setOn(on);
    localStorage.setItem(KEPT, on ? "on" : "off");
  }

  return (
    <>
      <Button
        variant="link"
        aria-keyshortcuts={isOn ? "?" : undefined}
        onClick={() => dialog.current?.showModal()}
      >
        {t("keys")}
      </Button>
      <dialog ref={dialog} className="shortcuts" aria-labelledby="shortcuts-title">
        <div className="stack">
          <h2 id="shortcuts-title" className="nl-heading nl-heading--level-3">
            {t("keys")}
          </h2>
          <p>{t("keysText")}</p>
          <dl className="shortcuts__list">
            {[...shortcuts, { key: "?", label: t("keyHelp"), href: "" }].map(({ key, label }) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
          <label className="shortcuts__on">
            <input type="checkbox" checked={isOn} onChange={(event) => choose(event.currentTarget.checked)} />{" "}
            {t("keysOn")}
          </label>
          <div>
            <Button variant="secondary" onClick={() => dialog.current?.close()}>
              {t("keysClose")}
            </Button>
          </div>
        </div>
      </dialog>
    </>
  );
}

/** Scrolls to a heading and focuses it, as following a link to it would. */
function goTo(id: string): void {
  const heading = document.getElementById(id);
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
  heading.scrollIntoView({ block: "start" });
}
