import { Bullets } from "@/components/ui/bullets";
import { DataList } from "@/components/ui/data-list";
import { Heading } from "@/components/ui/heading";
import type { Block, Letter } from "@/lib/letters/letter";

/** A letter on screen, in the words in which it is sent; letters are Dutch whatever language is chosen. */
export function LetterView({ letter }: { letter: Letter }) {
  return (
    <article className="card stack" lang="nl" aria-labelledby="letter">
      <p className="text-small text-quiet">{letter.sender}</p>
      <p className="pre-line">{letter.addressee.join("\n")}</p>
      <Heading level={2} id="letter">
        {letter.title}
      </Heading>
      {[...letter.blocks.entries()].map(([place, block]) => (
        <BlockView key={place} block={block} />
      ))}
    </article>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case "heading":
      return (
        <Heading level={3} looksLike={4}>
          {block.text}
        </Heading>
      );
    case "paragraph":
      return <p>{block.text}</p>;
    case "notice":
      return (
        <p>
          <strong>{block.text}</strong>
        </p>
      );
    case "list":
      return <Bullets items={block.items} />;
    case "facts":
      return <DataList items={block.rows.map(([term, value]) => ({ term, value }))} />;
    case "table":
      return (
        <DataList
          items={[...block.rows.map(([what, , amount]) => ({ term: what, value: amount })), total(block)]}
        />
      );
  }
}

const total = ({ total: [term, value] }: Extract<Block, { kind: "table" }>) => ({ term, value });
