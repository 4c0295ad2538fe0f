"use client";
import { useTranslations } from "next-intl";
import { useFormKit } from "@/components/form/form-context";
import { SelectField } from "@/components/form/select-field";
import {
  ADDRESS_FIELDS,
  addressLine,
  type Branch,
  OTHER_PLACE,
  withBranchAddress,
} from "@/lib/answers/register";
import { rawSection } from "@/lib/form-state";

/** The choice of a branch; its address is filled in at once, or on saving without scripts. */
export function BranchQuestion({ branches }: { branches: readonly Branch[] }) {
  const t = useTranslations("form.branchNumber");
  const { trigger, problems } = useFormKit();
  const options = branches.map(({ number, name, address }) => ({
    value: number,
    label: address ? `${name}, ${addressLine(address)}` : name,
  }));

  function fillIn(form: HTMLFormElement | null) {
    if (!form) return;
    const answers = withBranchAddress(rawSection(new FormData(form)), branches);
    for (const field of ADDRESS_FIELDS) {
      const input = form.elements.namedItem(field);
      if (input instanceof HTMLInputElement) input.value = String(answers[field] ?? "");
    }
    if (problems.length > 0) void trigger([...ADDRESS_FIELDS]);
  }

  return (
    <div onInput={({ currentTarget }) => fillIn(currentTarget.closest("form"))}>
      <input type="hidden" name="branches" value="several" />
      <SelectField
        name="branchNumber"
        options={[...options, { value: OTHER_PLACE, label: t("options.other") }]}
        unchosen
      />
    </div>
  );
}
