/** Why a reviewer cannot check a person now. */
export type CheckRefusal =
  | { reason: "not-your-case" }
  | { reason: "number-destroyed" }
  | { reason: "authority-silent" }
  | { reason: "person-changed" };
