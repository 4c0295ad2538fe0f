import { useEventWords } from "../../event-words";

export function EventTitle({ type }: { type: string }) {
  return useEventWords()(type);
}
