import { Button } from "@/components/ui/button";

type Props = {
  id: string;
  /** Address of the list that is searched, and what goes along with what is typed. */
  action: string;
  hidden?: Readonly<Record<string, string>>;
  label: string;
  button: string;
  typed: string;
};

/** Looks something up in a list: its answer is an address, so that it works without scripts. */
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
