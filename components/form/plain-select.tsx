type Props = {
  name: string;
  label: string;
  /** The chosen value; empty is the first option. */
  value: string | undefined;
  options: readonly { value: string; label: string }[];
  /** What no choice means; absent when there is always one. */
  any?: string;
};

/** A choice in a form that only looks something up: it reads well without JavaScript and is never wrong. */
export function PlainSelect({ name, label, value = "", options, any }: Props) {
  const id = `select-${name}`;
  return (
    <div className="plain-select">
      <label className="utrecht-form-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        name={name}
        defaultValue={value}
        className="plain-select__input utrecht-textbox utrecht-textbox--html-input"
      >
        {any !== undefined && <option value="">{any}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
