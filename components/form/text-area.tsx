"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useEarlyText } from "./early-typing";
import { FieldFrame } from "./field-frame";
import { useField } from "./use-field";

type Props = {
  name: string;
  rows?: number;
  optional?: boolean;
  /** Counts down to this many characters; a longer text is refused with words. */
  max?: number;
};

export function TextArea({ name, rows = 6, optional, max }: Props) {
  const field = useField(name);
  const [used, setUsed] = useState(field.typedText.length);
  const early = useEarlyText(field.id);
  const countId = `${field.id}-count`;
  const described = [field.aria["aria-describedby"], max && countId].filter(Boolean).join(" ");
  return (
    <FieldFrame field={field} optional={optional}>
      <textarea
        {...field.register()}
        {...field.aria}
        aria-describedby={described || undefined}
        onInput={(event) => setUsed(event.currentTarget.value.length)}
        ref={early}
        id={field.id}
        rows={rows}
        defaultValue={field.typedText}
        className="utrecht-textarea utrecht-textarea--html-textarea width-full"
      />
      {max && <CharactersLeft id={countId} left={max - used} />}
    </FieldFrame>
  );
}

function CharactersLeft({ id, left }: { id: string; left: number }) {
  const t = useTranslations("common.form");
  return (
    <p id={id} className={left < 0 ? "character-count character-count--over" : "character-count"}>
      {left < 0 ? t("charactersOver", { count: -left }) : t("charactersLeft", { count: left })}
    </p>
  );
}
