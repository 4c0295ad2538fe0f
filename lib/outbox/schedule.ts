/** Recurring work: the name of its queue, and its schedule in cron notation. */
export const SCHEDULE = {
  "scan-documents": "* * * * *",
  "fold-claims": "* * * * *",
  "draft-reminders": "*/10 * * * *",
  "wait-questions": "*/10 * * * *",
  "tidy-answers": "*/10 * * * *",
  "destroy-numbers": "*/10 * * * *",
  "daily-anchor": "*/10 * * * *",
  "send-heads": "16 * * * *",
} as const;

export type Scheduled = keyof typeof SCHEDULE;
export const SCHEDULED = Object.keys(SCHEDULE) as Scheduled[];
