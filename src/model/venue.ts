/** A venue without its year: `Findings of ACL` for `Findings of ACL 2024`. */
export function venueSeries(venue: string): string {
  return venue.replace(/\s+\d{4}\b/, '')
}

/** What lists print before a venue: the year of the paper's first version, if the venue has another year. */
export function yearPrefix(venue: string, year: number | undefined): string {
  return year !== undefined && venueYear(venue) !== String(year) ? `${year} · ` : ''
}

/** The year in a venue's name; undefined if there is none. */
export function venueYear(venue: string): string | undefined {
  return /\b\d{4}\b/.exec(venue)?.[0]
}
