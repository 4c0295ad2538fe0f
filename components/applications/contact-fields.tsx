"use client";
import { TextField } from "@/components/form/text-field";
import { PartGroup } from "./part-group";

/** The contact persons: one, and an optional second one. */
export function ContactFields() {
  return (
    <>
      <PartGroup group="contactPerson">
        <TextField name="contactName" autoComplete="name" />
        <TextField name="contactEmail" type="email" autoComplete="email" spellCheck={false} />
        <TextField name="contactPhone" type="tel" width="medium" autoComplete="tel" />
      </PartGroup>
      <PartGroup group="secondContact">
        <TextField name="secondContactName" autoComplete="off" optional />
        <TextField name="secondContactRole" autoComplete="off" optional />
        <TextField name="secondContactEmail" type="email" autoComplete="off" spellCheck={false} optional />
        <TextField name="secondContactPhone" type="tel" width="medium" autoComplete="off" optional />
      </PartGroup>
    </>
  );
}
