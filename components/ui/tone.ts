export const TONES = ["neutral", "info", "ok", "warning", "error"] as const;
export type Tone = (typeof TONES)[number];
