import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";

/** After a save or a filing: the Back button shows every page as it is now, not as the browser cached it. */
export const revalidateAllPages = (): void => revalidatePath("/", "layout");

/** Redirects after a save or a filing. */
export function redirectAndRevalidate(path: Parameters<typeof redirect>[0]): never {
  revalidateAllPages();
  return redirect(path);
}
