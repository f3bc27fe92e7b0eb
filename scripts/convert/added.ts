import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { fault } from '../../src/intake/reading.ts'
import type { Finding } from '../../src/model/finding.ts'
import { day } from '../../src/model/partial-date.ts'

/** The file of facts beside a listing, `listing.json` for `listing.txt`. */
const listingFacts = z.object({
  /** The day of the listing, whose page leaves out the year. */
  date: day.optional(),
})

/** The day on which a listing's entries join the list, and where it is from. */
export interface Added {
  day: string
  source: 'option' | 'facts' | 'page' | 'today'
  findings: Finding[]
}

/** The path of the file of facts beside a listing. */
export function factsPathOf(listing: string): string {
  return `${listing.replace(/\.[^./\\]*$/, '')}.json`
}

/**
 * The day on which a listing's entries join the list: the one that is asked for, else the one in the listing's facts,
 * else the page's own where it has a year, else today.
 */
export function addedOf(
  listing: string,
  pageDate: string | undefined,
  asked: string | undefined,
  today: string,
): Added {
  if (asked !== undefined) return { day: asked, source: 'option', findings: [] }
  const { date, findings } = factsOf(factsPathOf(listing), pageDate)
  if (date !== undefined) return { day: date, source: 'facts', findings }
  if (day.safeParse(pageDate).success && pageDate)
    return { day: pageDate, source: 'page', findings }
  return { day: today, source: 'today', findings }
}

function factsOf(
  path: string,
  pageDate: string | undefined,
): { date?: string; findings: Finding[] } {
  if (!existsSync(path)) return { findings: [] }
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return {
      findings: [fault(path, 'Unexpected text, expected JSON. Write `{"date": "2025-03-13"}`.')],
    }
  }
  const { data, error } = listingFacts.safeParse(value)
  if (error) {
    const message =
      'Unexpected value, expected the day of the listing. Write `{"date": "2025-03-13"}`.'
    return { findings: [fault(path, message)] }
  }
  const { date } = data
  if (date && pageDate && !date.endsWith(pageDate.replace(/^-/, ''))) {
    const message = `Unexpected date \`${date}\`, expected the page's own day \`${pageDate.slice(-5)}\`. Write the day that the listing has.`
    return { findings: [fault(path, message)] }
  }
  return { ...(date && { date }), findings: [] }
}
