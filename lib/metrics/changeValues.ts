/** Adds (`sign` 1) a value to a collection in no particular order, or takes away (−1) one that equals it. */
export function changeValues(values: number[], value: number, sign: 1 | -1): void {
  if (sign === 1) {
    values.push(value);
    return;
  }
  const position = values.lastIndexOf(value);
  if (position >= 0) values.splice(position, 1);
}
