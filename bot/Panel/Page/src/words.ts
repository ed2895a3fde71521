/** A run of words as it is now, as it was before, or both. */
export interface Run { text: string; is: "same" | "gone" | "new" }

// More would be a page of both, and is no longer read word by word.
const most = 1_200;

/** What of a text was taken out and what was put in, word by word. */
export function compared(before: string, now: string): Run[] {
  const [old, next] = [wordsOf(before), wordsOf(now)];
  if (old.length > most || next.length > most) {
    return [{ text: before, is: "gone" }, { text: now, is: "new" }];
  }
  // The longest words that both have in one order, from each place to the end.
  const common = Array.from({ length: old.length + 1 }, () => new Uint16Array(next.length + 1));
  for (let one = old.length - 1; one >= 0; one--) {
    for (let other = next.length - 1; other >= 0; other--) {
      common[one]![other] = old[one] === next[other]
        ? common[one + 1]![other + 1]! + 1
        : Math.max(common[one + 1]![other]!, common[one]![other + 1]!);
    }
  }
  const runs: Run[] = [];
  const add = (text: string, is: Run["is"]) => {
    const last = runs.at(-1);
    if (last?.is === is) {
      last.text += text;
    } else {
      runs.push({ text, is });
    }
  };
  let [one, other] = [0, 0];
  while (one < old.length || other < next.length) {
    if (one < old.length && other < next.length && old[one] === next[other]) {
      add(next[other]!, "same");
      one++;
      other++;
    } else if (other >= next.length || (one < old.length && common[one + 1]![other]! >= common[one]![other + 1]!)) {
      add(old[one++]!, "gone");
    } else {
      add(next[other++]!, "new");
    }
  }
  return runs;
}

const wordsOf = (text: string): string[] => text.match(/\S+|\s+/g) ?? [];
