import { partsOf, type Segment } from "./meter-parts";

type Props = {
  segments: readonly Segment[];
  /** The whole bar, in the unit of the segments. */
  max: number;
  /** Says in words what the bar shows. */
  label: string;
  /** The value of a segment in words, beside its label in the legend: "€ 24.000". */
  format: (value: number) => string;
};

/** A bar with a legend. Drawn as SVG, so it needs neither JavaScript nor inline style; the legend has the figures. */
export function Meter({ segments, max, label, format }: Props) {
  return (
    <figure className="meter">
      <svg
        className="meter__bar"
        viewBox="0 0 1000 24"
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        <rect className="meter__track" width="1000" height="24" />
        {partsOf(segments, max).map(({ label: name, tone, x, width }) => (
          <rect key={name} className={`meter__part meter__part--${tone}`} x={x} width={width} height="24" />
        ))}
      </svg>
      <figcaption>
        <ul className="meter__legend">
          {segments.map(({ label: name, value, tone }) => (
            <li key={name}>
              <svg className="meter__swatch" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                <rect className={`meter__part meter__part--${tone}`} width="16" height="16" />
              </svg>
              <span>{name}</span> <strong>{format(value)}</strong>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
