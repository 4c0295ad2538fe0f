type Props = { title: string; words: string };

/** One point of a request: its subject, and the reviewer's own words, which are Dutch. */
export function AskedItem({ title, words }: Props) {
  return (
    <>
      {title}
      {words && (
        <>
          {" – "}
          <span lang="nl">{words}</span>
        </>
      )}
    </>
  );
}
