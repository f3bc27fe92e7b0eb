import { yearOf } from '../model/partial-date.ts'
import { venueSeries, venueYear } from '../model/vocabulary.ts'
import { nearest } from './engine/nearest.ts'
import type { EntryRule } from './engine/rule.ts'
import { soundFacts } from './engine/sound-facts.ts'
import { shown } from './engine/words.ts'

/** The venue is a series of the vocabulary with the year in which the paper was published there. */
export const venue: EntryRule = {
  name: 'venue',
  sentence:
    'The venue is one of `content/vocabulary/venues.yaml`, as it is written there, with the year in which the paper came out.',
  *check(file, { vocabulary: { venues }, today }) {
    const { venue: text, published: date } = soundFacts(file)
    const published = date && date <= today ? date : undefined
    if (!text) return
    const place = file.frontMatter.placeOf(['venue'])
    const [series, year] = [venueSeries(text), venueYear(text)]
    if (/^arxiv\b|^corr\b|\bpreprint\b/i.test(series)) {
      yield {
        ...place,
        message: `Unexpected venue ${shown(text)}, expected none for a preprint. Take the line out.`,
      }
      return
    }
    if (!Object.hasOwn(venues, series)) {
      const all = Object.entries(venues)
      const same = all.find(([, { name, short }]) => [name, short].includes(series))?.[0]
      const turned = venueMeant(text, Object.keys(venues))
      if (turned) {
        yield {
          ...place,
          message: `Unexpected form ${shown(text)} of the venue, expected its series and its year. Write \`venue: ${turned}\`.`,
        }
        return
      }
      const near = same ?? nearest(series, Object.keys(venues))
      yield {
        ...place,
        message: `Unexpected venue ${shown(text)}, expected a series of \`content/vocabulary/venues.yaml\` and its year. ${near ? `Did you mean \`${[near, year].filter(Boolean).join(' ')}\`?` : `Write one of them, or add ${shown(series)} there with its full name.`}`,
      }
      return
    }
    if (!year) {
      yield {
        ...place,
        message: `Unexpected venue ${shown(text)} without a year, expected both. Write \`venue: ${text} ${published ? yearOf(published) : '2024'}\`.`,
      }
      return
    }
    const first = published ? yearOf(published) - 1 : 1950
    const last = yearOf(today) + 1
    if (Number(year) < first || Number(year) > last) {
      yield {
        ...place,
        message: `Unexpected year \`${year}\` in \`venue\`, expected one from \`${first}\` to \`${last}\`${published ? `, as the first version is of \`${published}\`` : ''}. Write the year of publication there.`,
      }
    }
  },
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
