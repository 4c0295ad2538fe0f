import { UnreadNow } from "@/components/site/unread";
import { requireEmployer } from "@/lib/auth/session";
import { unreadCount } from "@/lib/correspondence/queries/message-box";

/** On a page that shows a message, after its reading is recorded: lowers the count in the header at once. */
export async function ReadNow() {
  return <UnreadNow {...(await unreadCount(await requireEmployer()))} />;
}
