type Props = {
  name: string;
  label: string;
  /** The chosen value; empty is the first option. */
  value: string | undefined;
  options: readonly { value: string; label: string }[];
  /** The text of the empty choice; absent when there is always a choice. */
  any?: string;
};

/** A choice in a form for searching: it works without JavaScript and is never invalid. */
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
