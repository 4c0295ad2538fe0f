import { Bullets } from "@/components/ui/bullets";
import { DataList } from "@/components/ui/data-list";
import { Heading } from "@/components/ui/heading";
import { Table } from "@/components/ui/table";
import type { Block, Letter } from "@/lib/letters/letter";
import "./letters.css";

type Level = 2 | 3;
/** `level` is that of its title in the outline of the page. */
type Props = { letter: Letter; level?: Level };

/** A letter on screen, in the words in which it is sent; letters are always Dutch. */
export function LetterView({ letter, level = 2 }: Props) {
  return (
    <article className="letter stack" lang="nl" aria-labelledby="letter">
      <p>
        <strong>{letter.sender}</strong>
      </p>
      <p className="pre-line">{letter.addressee.join("\n")}</p>
      <Heading level={level} looksLike={3} id="letter">
        {letter.title}
      </Heading>
      {[...letter.blocks.entries()].map(([place, block]) => (
        <Part key={place} block={block} level={level === 2 ? 3 : 4} />
      ))}
      <p className="text-small text-quiet">{letter.foot}</p>
    </article>
  );
}

function Part({ block, level }: { block: Block; level: 3 | 4 }) {
  switch (block.kind) {
    case "heading":
      return (
        <Heading level={level} looksLike={4}>
          {block.text}
        </Heading>
      );
    case "paragraph":
      return <p>{block.text}</p>;
    case "notice":
      return <p className="letter__notice">{block.text}</p>;
    case "list":
      return <Bullets items={block.items} />;
    case "facts":
      return <DataList items={block.rows.map(([term, value]) => ({ term, value }))} />;
    case "table": {
      const [what, article, amount] = block.head;
      const [total, sum] = block.total;
      return (
        <Table
          caption={amount}
          stacks
          columns={[
            { key: "what", label: what },
            { key: "article", label: article },
            { key: "amount", label: amount, numeric: true },
          ]}
          rows={[
            ...block.rows.map(([item, base, cents]) => ({ what: item, article: base, amount: cents })),
            { what: total, article: "", amount: <strong>{sum}</strong> },
          ]}
        />
      );
    }
  }
}
