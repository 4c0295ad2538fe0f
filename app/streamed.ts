/**
 * A file to keep that is sent while it is made. It begins with its head and the first rows in hand: a file that cannot
 * be made throws, and one that fails half-way breaks off and never looks complete.
 */
export async function streamed(parts: AsyncGenerator<string>, type: string, name: string): Promise<Response> {
  const encoder = new TextEncoder();
  const first = [await parts.next(), await parts.next()];
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = first.shift() ?? (await parts.next());
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}
