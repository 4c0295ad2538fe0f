/** Thirty-one characters that are not confused when read aloud or written by hand. */
export const READABLE = "0123456789ABCDEFGHJKLMNPQRTVWXY";
const PRIME = READABLE.length;

/**
 * The character that makes the weighted sum zero: weights are powers of three modulo a prime, so every single wrong
 * character and every swap of two neighbours changes the sum. For at most thirty characters.
 */
export function checkCharacter(text: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of [...text].reverse()) {
    weight = (weight * 3) % PRIME;
    sum = (sum + READABLE.indexOf(character) * weight) % PRIME;
  }
  return READABLE[(PRIME - sum) % PRIME] ?? "";
}
