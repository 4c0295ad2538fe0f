import type { Week } from "@/lib/roster/week";
import { Clashes } from "./clashes";
import { WeekPicture } from "./week-picture";
import { WeekTable } from "./week-table";

/** A week as a picture and as a table, with what cannot be: class is time that work may not take. */
export function WeekView({ week }: { week: Week }) {
  return (
    <div className="roster-view stack">
      <WeekPicture week={week} />
      <Clashes week={week} />
      <WeekTable week={week} />
    </div>
  );
}
