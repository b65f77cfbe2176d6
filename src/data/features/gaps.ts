/** Moves the whole rows to the front; gives their indices. */
export function dropRows(data: Float64Array, width: number): Uint32Array {
  const kept = new Uint32Array(data.length / width);
  let count = 0;
  for (let from = 0, row = 0; from < data.length; from += width, row++) {
    let j = 0;
    while (j < width && !Number.isNaN(data[from + j])) j++;
    if (j < width) continue;
    data.copyWithin(count * width, from, from + width);
    kept[count++] = row;
  }
  return kept.slice(0, count);
}

/** Puts the mean of its column in every gap; gives how many there were. */
export function fillWithMeans(data: Float64Array, width: number): number {
  let filled = 0;
  for (let j = 0; j < width; j++) {
    let mean = 0;
    let count = 0;
    for (let at = j; at < data.length; at += width) {
      if (Number.isNaN(data[at])) continue;
      const difference = data[at] - mean;
      // Of two huge values with opposite signs the difference overflows; of their shares it does not.
      mean += Number.isFinite(difference)
        ? difference / ++count
        : data[at] / ++count - mean / count;
    }
    for (let at = j; at < data.length; at += width) {
      if (!Number.isNaN(data[at])) continue;
      data[at] = mean;
      filled++;
    }
  }
  return filled;
}
