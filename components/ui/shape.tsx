import type { Tone } from "./tone";

/** A shape for each tone, so that a state never depends on colour alone. */
const PATHS = {
  neutral: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Zm0 2a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z",
  info: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1ZM7 7v5h2V7H7Zm0-3v2h2V4H7Z",
  ok: "M6.2 13.4 1.2 8.4l1.7-1.7 3.3 3.3 7-7 1.7 1.7-8.7 8.7Z",
  warning: "M8 1l7.5 13.5H.5L8 1ZM7 6v4h2V6H7Zm0 5v2h2v-2H7Z",
  error: "M5 1h6l4 4v6l-4 4H5l-4-4V5l4-4Zm2 3v5h2V4H7Zm0 6v2h2v-2H7Z",
} satisfies Record<Tone, string>;

export function Shape({ tone }: { tone: Tone }) {
  return (
    <svg className={`shape shape--${tone}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[tone]} fillRule="evenodd" />
    </svg>
  );
}
