import type { QuestionRefusal } from "@/lib/correspondence/commands/ask-question";
import type { ContactsRefusal } from "@/lib/correspondence/commands/change-contacts";
import type { Problem } from "@/lib/form-state";

/** A refusal as the problem of a form: its words are under the catalogue's `problems`. */
export function problemOf(refusal: QuestionRefusal | ContactsRefusal): Problem {
  switch (refusal.reason) {
    case "own-employer":
      return { field: "", code: "own_employer" };
    case "not-filed":
      return { field: "", code: "not_filed" };
  }
}
