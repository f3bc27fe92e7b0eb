import { z } from 'zod'
import { expectedFacts } from './entry.ts'

/** What an entry may lack: an expected fact, or the end of its abstract. */
export const gapName = z.enum([...expectedFacts, 'abstract'])

/** `content/gaps.yaml`: the id of an entry to what it is known to lack. The file may only shrink. */
export const knownGaps = z.record(z.string(), z.array(gapName).min(1))
export type KnownGaps = z.infer<typeof knownGaps>
