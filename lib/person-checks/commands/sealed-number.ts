import "server-only";
import { sealBytes, unsealBytes } from "@/lib/privacy/seal-bytes";
import type { Place } from "@/lib/privacy/sealed-columns";

type Row = { applicationId: string; personKey: string };

const placeOf = ({ applicationId, personKey }: Row): Place =>
  `person_numbers.number:${applicationId}:${personKey}`;

/** Seals the number of a person for its own row: it opens in no other. */
export const sealNumber = (number: string, row: Row): Buffer => sealBytes(Buffer.from(number), placeOf(row));

/** Opens the number of that row; throws when it was altered or moved. */
export const unsealNumber = (sealed: Uint8Array, row: Row): string =>
  unsealBytes(sealed, placeOf(row)).toString();
