import type postgres from "postgres";

/**
 * The same connection, with named statements: Drizzle asks for unnamed ones, which the server parses, describes and
 * plans again each time, at the cost of a second round trip.
 */
export function prepared<T extends postgres.Sql | postgres.TransactionSql>(client: T): T {
  return new Proxy(client, {
    get(target, key, receiver) {
      if (key === "unsafe") return named(target);
      if (key === "begin" && "begin" in target) return beginPrepared(target);
      return Reflect.get(target, key, receiver);
    },
  });
}

const named =
  (client: postgres.Sql | postgres.TransactionSql): typeof client.unsafe =>
  (query, parameters, options) =>
    client.unsafe(query, parameters, { ...options, prepare: true });

function beginPrepared(client: postgres.Sql) {
  return (work: (scoped: postgres.TransactionSql) => unknown) =>
    client.begin((scoped) => work(prepared(scoped)));
}
