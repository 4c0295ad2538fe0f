import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";

/**
 * After something was saved or sent: whoever goes back to a page he saw before gets it as it is now, not as his
 * browser remembers it.
 */
export const revalidateAllPages = (): void => revalidatePath("/", "layout");

/** Leads on after something was saved or sent. */
export function redirectAndRevalidate(path: Parameters<typeof redirect>[0]): never {
  revalidateAllPages();
  return redirect(path);
}
