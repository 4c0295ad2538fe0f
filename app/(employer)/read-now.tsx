import { UnreadNow } from "@/components/site/unread";
import { requireEmployer } from "@/lib/auth/session";
import { unreadCount } from "@/lib/correspondence/queries/message-box";

/** On a page that shows what a message tells, once it is noted as read: the header counts one less at once. */
export async function ReadNow() {
  return <UnreadNow {...(await unreadCount(await requireEmployer()))} />;
}
