import { Button } from "@/components/ui/button";

type Props = {
  id: string;
  /** Address of the list, and the parameters to keep. */
  action: string;
  hidden?: Readonly<Record<string, string>>;
  label: string;
  button: string;
  typed: string;
};

/** A search in a list: its result is an address, so that it works without scripts. */
export function SearchLine({ id, action, hidden = {}, label, button, typed }: Props) {
  return (
    <search>
      <form key={typed} action={action} method="get" className="search-line">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label className="utrecht-form-label" htmlFor={id}>
          {label}
        </label>
        <div className="search-line__line">
          <input
            id={id}
            name="zoek"
            type="search"
            maxLength={80}
            autoComplete="off"
            spellCheck={false}
            defaultValue={typed}
            className="utrecht-textbox utrecht-textbox--html-input"
          />
          <Button type="submit" variant="secondary">
            {button}
          </Button>
        </div>
      </form>
    </search>
  );
}
