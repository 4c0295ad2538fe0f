import { useTranslations } from "next-intl";
import {
  type Block,
  clashesOn,
  hoursIn,
  OCCUPATIONS,
  WEEKDAYS,
  type Week,
  type Weekday,
} from "@/lib/roster/week";
import "./roster.css";

const LEFT = 28;
const WIDTH = 272;
const TOP = 20;
const ROW = 26;
const ROOM_FOR_WORDS = 28;

/** The first and last whole hour of the chart: the working day, or wider where the roster is. */
function hoursShown(week: Week): [first: number, last: number] {
  const blocks = WEEKDAYS.flatMap((day) => OCCUPATIONS.flatMap((occupation) => week[day][occupation]));
  return [
    Math.min(8, ...blocks.map(({ from }) => Math.floor(from / 60))),
    Math.max(18, ...blocks.map(({ to }) => Math.ceil(to / 60))),
  ];
}

/** A week as a chart of blocks of work and of class, a row per day; the table beside it has the same in words. */
export function WeekPicture({ week }: { week: Week }) {
  const t = useTranslations("roster");
  const [first, last] = hoursShown(week);
  const at = (minutes: number) => LEFT + ((minutes / 60 - first) / (last - first)) * WIDTH;
  const step = last - first > 12 ? 4 : 2;
  const ticks = Array.from({ length: last - first + 1 }, (_, place) => first + place).filter(
    (hour) => hour % step === 0,
  );
  const label = t("picture", { work: hoursIn(week, "work"), class: hoursIn(week, "class") });
  return (
    <svg
      className="week"
      viewBox={`0 0 ${LEFT + WIDTH + 8} ${TOP + 7 * ROW + 4}`}
      role="img"
      aria-label={label}
    >
      {ticks.map((hour) => (
        <g key={hour}>
          <text className="week__hour" x={at(hour * 60)} y={12}>
            {hour}
          </text>
          <line
            className="week__line"
            x1={at(hour * 60)}
            x2={at(hour * 60)}
            y1={TOP - 4}
            y2={TOP + 7 * ROW}
          />
        </g>
      ))}
      {WEEKDAYS.map((day, place) => (
        <DayRow key={day} week={week} day={day} y={TOP + place * ROW} at={at} />
      ))}
    </svg>
  );
}

type RowProps = { week: Week; day: Weekday; y: number; at: (minutes: number) => number };

function DayRow({ week, day, y, at }: RowProps) {
  const t = useTranslations("roster");
  const box = ({ from, to }: Block) => ({
    x: at(from),
    y: y + 2,
    width: at(to) - at(from),
    height: ROW - 4,
  });
  return (
    <g>
      <text className="week__day" x={0} y={y + 17}>
        {t(`short.${day}`)}
      </text>
      {OCCUPATIONS.map((occupation) =>
        week[day][occupation].map((block) => {
          const { width, x } = box(block);
          return (
            <g key={`${occupation}-${block.from}`}>
              <rect className={`week__block week__block--${occupation}`} rx={3} {...box(block)} />
              {width > ROOM_FOR_WORDS && (
                <text className="week__word" x={x + width / 2} y={y + 17}>
                  {t(occupation)}
                </text>
              )}
            </g>
          );
        }),
      )}
      {clashesOn(week, day).map((clash) => (
        <rect key={clash.from} className="week__clash" {...box(clash)} />
      ))}
    </g>
  );
}
