/** The series of a venue without its year: `Findings of ACL` of `Findings of ACL 2024`. */
export function venueSeries(venue: string): string {
  return venue.replace(/\s+\d{4}\b/, '')
}

/** What stands before a venue in lists: the year of the paper's first version, where the venue's is another one. */
export function yearPrefix(venue: string, year: number | undefined): string {
  return year !== undefined && venueYear(venue) !== String(year) ? `${year} · ` : ''
}

/** The year in a venue's name, as written; undefined when it has none. */
export function venueYear(venue: string): string | undefined {
  return /\b\d{4}\b/.exec(venue)?.[0]
}
