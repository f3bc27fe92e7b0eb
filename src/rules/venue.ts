import { yearOf } from '../model/partial-date.ts'
import { venueSeries, venueYear } from '../model/venue.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { nearestName } from '../similarity/edit-distance.ts'
import { shown } from '../text/messages.ts'
import { type EntryRule, validFacts } from './engine/rule.ts'

/** Checks that the venue is in the vocabulary, and that its year fits the paper's date. */
export const venue: EntryRule = {
  name: 'venue',
  sentence:
    'The venue is written as in `content/vocabulary/venues.yaml`, with the year in which the paper was published there.',
  *check(file, { vocabulary: { venues }, today }) {
    const { venue: text, published } = validFacts(file)
    // The rule `published` reports a date in the future.
    const date = published && published <= today ? published : undefined
    const fault = text && faultOf(text, date, today, venues)
    if (fault) yield { ...file.frontMatter.placeOf(['venue']), message: `Unexpected ${fault}` }
  },
}

function faultOf(
  text: string,
  date: string | undefined,
  today: string,
  venues: Vocabulary['venues'],
): string | undefined {
  const [series, year] = [venueSeries(text), venueYear(text)]
  if (/^arxiv\b|^corr\b|\bpreprint\b/i.test(series)) {
    return `venue ${shown(text)}, expected none for a preprint. Take the line out.`
  }
  if (!Object.hasOwn(venues, series) || !year) {
    const suggested = suggestedVenue(text, venues, yearOf(date ?? today))
    const fix = suggested
      ? `Did you mean \`${suggested}\`?`
      : `Write one of the venues there, or add ${shown(series)} with its full name.`
    return `venue ${shown(text)}, expected a venue from \`content/vocabulary/venues.yaml\` with its year. ${fix}`
  }
  const [first, last] = [date ? yearOf(date) - 1 : 1950, yearOf(today) + 1]
  if (Number(year) >= first && Number(year) <= last) return undefined
  const why = date ? `, since the first version is from \`${date}\`` : ''
  return `year \`${year}\` in \`venue\`, expected one from \`${first}\` to \`${last}\`${why}. Write the year in which it was published there.`
}

/** Returns the venue that another form or a misspelling stands for: `2024 ACL`, `ACL'24`, `Annual Meeting of the ACL 2024`. */
function suggestedVenue(
  text: string,
  venues: Vocabulary['venues'],
  year: number,
): string | undefined {
  const [, before, name = '', late] =
    /^(?:Proc(?:eedings|\.) of (?:the )?)?(?:((?:19|20)\d{2})[\s-]+)?(.+?)(?:[\s'’-]*((?:19|20)?\d{2}))?$/i.exec(
      text,
    ) ?? []
  const known = Object.entries(venues).find(([series, { name: full, short }]) =>
    [series, full, short].some((one) => one?.toLowerCase() === name.toLowerCase()),
  )
  const series = known?.[0] ?? nearestName(name, Object.keys(venues))
  const written = before ?? (late?.length === 2 ? `20${late}` : late)
  return series && `${series} ${written ?? year}`
}
