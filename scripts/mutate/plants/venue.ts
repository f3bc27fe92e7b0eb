import { withFact } from '../edits.ts'
import type { Plant } from '../plant.ts'

const venueIs = (what: string, text: string): Plant => ({
  what,
  plant: ({ file }) => withFact(file, 'venue', `venue: ${text}`),
})

/** Venues that are none of the vocabulary, or not in their year. */
export const venue: readonly Plant[] = [
  venueIs('unknown series', 'Workshop on Nothing 2024'),
  venueIs('two letters exchanged', 'EMNPL 2024'),
  venueIs('lower case', 'acl 2024'),
  venueIs('full name', 'Conference on Neural Information Processing Systems 2024'),
  venueIs('no year', 'ACL'),
  venueIs('year of two digits', 'ACL 24'),
  venueIs('preprint', 'arXiv preprint 2024'),
  venueIs('years before the first version', 'ACL 1999'),
  venueIs('years ahead', 'ACL 2090'),
  {
    what: 'letter left out',
    plant: ({ file, facts: { venue: text } }) =>
      text && /^[A-Za-z]{4,} /.test(text)
        ? withFact(file, 'venue', `venue: ${text.slice(0, 1)}${text.slice(2)}`)
        : undefined,
  },
]
