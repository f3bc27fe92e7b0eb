import { arxivIdOf, arxivMonth } from '../model/identifier.ts'
import { matchesTitle } from '../model/identity.ts'
import { type EntryRule, validFacts } from './engine/rule.ts'

/** Checks that no date is in the future, and that the publication date fits the recorded one or the arXiv id. */
export const published: EntryRule = {
  name: 'published',
  sentence: 'The date is the one that is recorded for the paper.',
  *check(file, { today, identities }) {
    const { published: date, added, withdrawn, paper } = validFacts(file)
    const { placeOf } = file.frontMatter
    const latest = dayAfter(today)
    const now = `expected today (\`${today}\`) or an earlier day`
    for (const [path, day = ''] of [
      [['added'], added],
      [['withdrawn', 'date'], withdrawn?.date],
    ] as const) {
      const message = `Unexpected \`${day}\` in \`${path[0]}\`, ${now}. Write \`${path.at(-1)}: ${today}\`.`
      if (day > latest) yield { ...placeOf(path), message }
    }
    if (!date) return
    if (added && date <= latest && added < date && !date.startsWith(added.slice(0, date.length))) {
      const message = `Unexpected \`${added}\` in \`added\`, before the paper was published (\`${date}\`), expected the day on which the entry joins the list. Write \`added: ${today}\`.`
      yield { ...placeOf(['added']), message }
    }
    const arxiv = paper && arxivIdOf(paper)
    const record = arxiv ? identities?.byArxiv.get(arxiv) : undefined
    // If the id is recorded for another paper, it says nothing about the date of this one.
    const isOther = record && !matchesTitle(validFacts(file), record)
    const expected =
      date > latest
        ? `${now}. Write the day of the first public version`
        : arxiv && !isOther && expectedDate(date, arxiv, record?.published, today)
    if (!expected) return
    const message = `Unexpected \`${date}\` in \`published\`, ${expected}.`
    yield { ...placeOf(['published']), message }
  },
}

/** Returns what was expected in place of a date that doesn't match the recorded date or the arXiv id; undefined if it matches. */
function expectedDate(
  date: string,
  arxiv: string,
  recorded: string | null | undefined,
  today: string,
): string | undefined {
  const month = arxivMonth(arxiv)
  // `canonical-address` reports an arXiv id from the future.
  if (month > today) return undefined
  if (recorded) {
    return recorded.startsWith(date) || date.startsWith(recorded)
      ? undefined
      : `expected \`${recorded}\`, which is recorded for arXiv id \`${arxiv}\`. Write \`published: ${recorded}\``
  }
  return !fitsMonth(date, month)
    ? `expected \`${month}\` or the month before, according to arXiv id \`${arxiv}\`. Write the day of its first version`
    : undefined
}

/** Whether a date is in the month of an arXiv id or the month before: arXiv may announce a paper in the month after its submission. */
function fitsMonth(date: string, month: string): boolean {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const monthBefore = new Date(Date.UTC(year, number - 2)).toISOString()
  return [month, monthBefore].some((one) => one.startsWith(date.slice(0, 7)))
}

/** The day after a day. In the contributor's time zone, it may already be the next day. */
function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}
