import type { Week } from "@/lib/roster/week";
import { Clashes } from "./clashes";
import { WeekPicture } from "./week-picture";
import { WeekTable } from "./week-table";

/** A week as a chart and as a table, with its clashes. `of` says whose it is. */
export function WeekView({ week, of }: { week: Week; of: string }) {
  return (
    <div className="roster-view stack">
      <WeekPicture week={week} />
      <Clashes week={week} />
      <WeekTable week={week} of={of} />
    </div>
  );
}
