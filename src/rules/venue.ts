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
  if (!Object.hasOwn(venues, series)) {
    const turned = venueMeant(text, Object.keys(venues))
    if (turned) {
      return `form ${shown(text)} of the venue, expected its series and its year. Write \`venue: ${turned}\`.`
    }
    const same = Object.entries(venues).find(([, { name, short }]) =>
      [name, short].includes(series),
    )
    const near = same?.[0] ?? nearestName(series, Object.keys(venues))
    const cure = near
      ? `Did you mean \`${[near, year].filter(Boolean).join(' ')}\`?`
      : `Write one of them, or add ${shown(series)} there with its full name.`
    return `venue ${shown(text)}, expected a series of \`content/vocabulary/venues.yaml\` and its year. ${cure}`
  }
  if (!year) {
    return `venue ${shown(text)} without a year, expected both. Write \`venue: ${text} ${date ? yearOf(date) : '2024'}\`.`
  }
  const [first, last] = [date ? yearOf(date) - 1 : 1950, yearOf(today) + 1]
  if (Number(year) >= first && Number(year) <= last) return undefined
  const why = date ? `, as the first version is of \`${date}\`` : ''
  return `year \`${year}\` in \`venue\`, expected one from \`${first}\` to \`${last}\`${why}. Write the year of publication there.`
}

/** The venue that is meant where series and year are there in another form: `2024 ACL`, `ACL'24`, `ACL2024`. */
function venueMeant(text: string, series: readonly string[]): string | undefined {
  const [, before, after] =
    /^(?:Proc(?:eedings|\.) of (?:the )?)?(?:((?:19|20)\d{2})[\s-]+)?(.+?)$/i.exec(text) ?? []
  const [, name = after, late] = /^(.+?)[\s'’-]*((?:19|20)?\d{2})$/.exec(after ?? '') ?? []
  const known = series.find((one) => one.toLowerCase() === name?.trim().toLowerCase())
  const year = before ?? (late?.length === 2 ? `20${late}` : late)
  return known && year ? `${known} ${year}` : undefined
}
