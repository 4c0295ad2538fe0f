#!/usr/bin/env node
// Does a published draw again: node verify-draw.mjs record.json
// With a record that was saved before the seed was known: node verify-draw.mjs record.json earlier.json
// Needs Node only. Method: lib/order/draw.ts says the same in the portal's own source.
import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";

const sha256 = (data) => createHash("sha256").update(data).digest("hex");

function orderOf(caseNumbers, seed) {
  const order = [...caseNumbers].sort((a, b) => a - b);
  const key = Buffer.from(seed, "hex");
  let counter = 0n;
  for (let last = order.length - 1; last > 0; last--) {
    const bound = BigInt(last + 1);
    const whole = ((1n << 48n) / bound) * bound;
    let number = whole;
    while (number >= whole) {
      const digest = createHmac("sha256", key).update(counter.toString()).digest("hex");
      number = BigInt(`0x${digest.slice(0, 12)}`);
      counter += 1n;
    }
    const other = Number(number % bound);
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

function problemsOf({ scheme, line, year, day, applications, listHash, seedCommitment, seed, order }) {
  const list = JSON.stringify({ scheme, line, year, day, applications });
  const numbers = applications.map(([caseNumber]) => caseNumber);
  const ascending = numbers.every((number, i) => i === 0 || numbers[i - 1] < number);
  const found = [];
  if (!ascending) found.push("De lijst staat niet op volgorde van aanvraagnummer.");
  if (sha256(list) !== listHash) found.push("De lijst hoort niet bij de gepubliceerde hash van de lijst.");
  if (seed === null) return [...found, "Het startgetal is nog niet onthuld: de loting is nog niet gehouden."];
  if (sha256(Buffer.from(seed, "hex")) !== seedCommitment)
    found.push("Het startgetal hoort niet bij de hash die vooraf is gepubliceerd.");
  if (JSON.stringify(orderOf(numbers, seed)) !== JSON.stringify(order))
    found.push("De volgorde volgt niet uit de lijst en het startgetal.");
  return found;
}

function changesSince(earlier, record) {
  const isSame = (field) => earlier[field] === record[field];
  const found = [];
  if (!["scheme", "line", "year", "day", "listHash"].every(isSame))
    found.push("De lijst is een andere dan in het eerdere verslag.");
  if (!isSame("seedCommitment"))
    found.push("De hash van het startgetal is een andere dan in het eerdere verslag.");
  return found;
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

const isRecord = (read) =>
  Array.isArray(read?.applications) && read.applications.every(Array.isArray) && "seed" in read;
const [record, ...earlier] = process.argv.slice(2).map(read);
const problems = [record, ...earlier].every(isRecord)
  ? [...problemsOf(record), ...earlier.flatMap((other) => changesSince(other, record))]
  : ["Gebruik: node verify-draw.mjs record.json [eerder.json]"];
for (const problem of problems) console.log(problem);
if (problems.length === 0)
  console.log(
    `De loting klopt: ${record.applications.length} aanvragen, volgorde opnieuw berekend${
      earlier.length > 0 ? ", en sinds het eerdere verslag is er niets veranderd" : ""
    }.`,
  );
process.exitCode = problems.length === 0 ? 0 : 1;
