import type { PartFormProps } from "@/components/applications/part-form";
import { RegisterCard } from "@/components/applications/register-card";
import { branchChoices, knownFromRegister } from "@/lib/answers/register";
import { requireEmployer } from "@/lib/auth/session";
import { ownRegisterEntry } from "@/lib/filing/queries/own-register-entry";
import { CompanyForm } from "./company-form";

/** The trade register's data of the employer, and the questions with those filled in. */
export async function CompanyQuestions(props: PartFormProps) {
  const register = await ownRegisterEntry(await requireEmployer());
  return (
    <>
      <RegisterCard answer={register} />
      <CompanyForm
        {...props}
        answers={{ ...knownFromRegister(register), ...props.answers }}
        branches={branchChoices(register)}
      />
    </>
  );
}
