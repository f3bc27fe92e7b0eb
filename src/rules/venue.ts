import { yearOf } from '../model/partial-date.ts'
import { venueSeries, venueYear } from '../model/venue.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { nearestName } from '../similarity/edit-distance.ts'
import { shown } from '../text/messages.ts'
import { type EntryRule, validFacts } from './engine/rule.ts'

/** The venue is a series of the vocabulary with the year in which the paper was published there. */
export const venue: EntryRule = {
  name: 'venue',
  sentence:
    'The venue is one of `content/vocabulary/venues.yaml`, as it is written there, with the year in which the paper came out.',
  *check(file, { vocabulary: { venues }, today }) {
    const { venue: text, published } = validFacts(file)
    // A date in the future has a finding of its own and says nothing about the venue.
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
    const meant = venueMeant(text, venues, yearOf(date ?? today))
    const cure = meant
      ? `Did you mean \`${meant}\`?`
      : `Write one of them, or add ${shown(series)} there with its full name.`
    return `venue ${shown(text)}, expected a series of \`content/vocabulary/venues.yaml\` and its year. ${cure}`
  }
  const [first, last] = [date ? yearOf(date) - 1 : 1950, yearOf(today) + 1]
  if (Number(year) >= first && Number(year) <= last) return undefined
  const why = date ? `, as the first version is of \`${date}\`` : ''
  return `year \`${year}\` in \`venue\`, expected one from \`${first}\` to \`${last}\`${why}. Write the year of publication there.`
}

/** The venue that is meant by another form or spelling of it: `2024 ACL`, `ACL'24`, `Annual Meeting of the ACL 2024`. */
function venueMeant(text: string, venues: Vocabulary['venues'], year: number): string | undefined {
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
