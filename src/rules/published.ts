import { arxivIdOf, arxivMonth } from '../model/identifier.ts'
import { matchesTitle } from '../model/identity.ts'
import { type EntryRule, validFacts } from './engine/rule.ts'

/** Dates that can be true: not in the future, in the month of the arXiv id or the one before, and as recorded upstream. */
export const published: EntryRule = {
  name: 'published',
  sentence: 'The date is the one that is recorded for the paper.',
  *check(file, { today, identities }) {
    const { published: date, added, withdrawn, paper } = validFacts(file)
    const { placeOf } = file.frontMatter
    const latest = dayAfter(today)
    const now = `expected today (\`${today}\`) or a day before`
    if (added && added > latest) {
      const message = `Unexpected \`${added}\` in \`added\`, ${now}. Write \`added: ${today}\`.`
      yield { ...placeOf(['added']), message }
    }
    if (withdrawn && withdrawn.date > latest) {
      const message = `Unexpected \`${withdrawn.date}\` in \`withdrawn\`, ${now}. Write \`date: ${today}\`.`
      yield { ...placeOf(['withdrawn', 'date']), message }
    }
    if (!date) return
    if (added && date <= latest && added < date && !date.startsWith(added.slice(0, date.length))) {
      const message = `Unexpected \`${added}\` in \`added\`, before the paper was published (\`${date}\`), expected the day on which the entry joins the list. Write \`added: ${today}\`.`
      yield { ...placeOf(['added']), message }
    }
    const arxiv = paper && arxivIdOf(paper)
    const record = arxiv ? identities?.byArxiv.get(arxiv) : undefined
    // An id that is recorded for another paper says nothing about this one's date.
    const isOther = record && !matchesTitle(validFacts(file), record)
    const expected =
      date > latest
        ? `${now}. Write the day of the first public version`
        : arxiv && !isOther && whatArxivSays(date, arxiv, record?.published, today)
    if (!expected) return
    const message = `Unexpected \`${date}\` in \`published\`, ${expected}.`
    yield { ...placeOf(['published']), message }
  },
}

/** What to expect instead of a date that is not the one recorded for an arXiv id, or does not fit the id's month. */
function whatArxivSays(
  date: string,
  arxiv: string,
  recorded: string | null | undefined,
  today: string,
): string | undefined {
  const month = arxivMonth(arxiv)
  // `canonical-address` reports an id of the future.
  if (month > today) return undefined
  if (recorded) {
    return recorded.startsWith(date) || date.startsWith(recorded)
      ? undefined
      : `expected \`${recorded}\`, which is recorded for arXiv id \`${arxiv}\`. Write \`published: ${recorded}\``
  }
  return !fits(date, month)
    ? `expected \`${month}\` or the month before, as arXiv id \`${arxiv}\` says. Write the day of its first version`
    : undefined
}

/** An id is given out when a paper is announced, so that a paper of a month's last days has the next month's. */
function fits(date: string, month: string): boolean {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const monthBefore = new Date(Date.UTC(year, number - 2)).toISOString()
  return [month, monthBefore].some((one) => one.startsWith(date.slice(0, 7)))
}

/** The day after a day. Where a contributor lives it may be a day later than on the machine that checks. */
function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}
