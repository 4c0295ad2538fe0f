import type { ReactNode } from "react";
import { FIELD, type Tick } from "./plot";

type Props = {
  /** Says in a sentence what the chart shows; the figures are in the table beside it. */
  label: string;
  rows: readonly Tick[];
  columns: readonly Tick[];
  legend: readonly { name: string; look: string }[];
  children: ReactNode;
};

/** A keyboard must be able to reach what scrolls. */
const REACHABLE = { tabIndex: 0 };

/** Axes, marks and legend around a chart. Drawn on the server, without inline style or script. */
export function ChartFrame({ label, rows, columns, legend, children }: Props) {
  const { width, height, left, right, bottom } = FIELD;
  const floor = height - bottom;
  return (
    <figure className="chart">
      <section className="chart__scroll" aria-label={label} {...REACHABLE}>
        <svg className="chart__picture" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
          {rows.map(({ at, label: text }) => (
            <g key={text}>
              <line className="chart__rule" x1={left} x2={width - right} y1={at} y2={at} />
              <text className="chart__text chart__text--end" x={left - 8} y={at + 5}>
                {text}
              </text>
            </g>
          ))}
          {columns.map(({ at, label: text }) => (
            <text key={`${at}`} className="chart__text chart__text--middle" x={at} y={floor + 22}>
              {text}
            </text>
          ))}
          {children}
        </svg>
      </section>
      <figcaption>
        <ul className="meter__legend">
          {legend.map(({ name, look }) => (
            <li key={name}>
              <svg className="meter__swatch" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                <rect className={look} width="16" height="16" />
              </svg>
              <span>{name}</span>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
