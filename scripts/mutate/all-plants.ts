import type { Plant } from './plant.ts'
import { abstract } from './plants/abstract.ts'
import { authors } from './plants/authors.ts'
import { canonicalAddress } from './plants/canonical-address.ts'
import { canonicalForm } from './plants/canonical-form.ts'
import { characters } from './plants/characters.ts'
import { claim } from './plants/claim.ts'
import { evidence } from './plants/evidence.ts'
import { facts } from './plants/facts.ts'
import { fileName } from './plants/file-name.ts'
import { frontmatterSyntax } from './plants/frontmatter-syntax.ts'
import { gaps } from './plants/gaps.ts'
import { identity } from './plants/identity.ts'
import { names } from './plants/names.ts'
import { onePaperOneEntry } from './plants/one-paper-one-entry.ts'
import { proseOnly } from './plants/prose-only.ts'
import { published } from './plants/published.ts'
import { references } from './plants/references.ts'
import { safeAddress } from './plants/safe-address.ts'
import { size } from './plants/size.ts'
import { tags } from './plants/tags.ts'
import { topics } from './plants/topics.ts'
import { venue } from './plants/venue.ts'
import { vocabulary } from './plants/vocabulary.ts'

/** The kinds of single faults that each rule has to find, by the rule's name. */
export const plantsOf: Readonly<Record<string, readonly Plant[]>> = {
  'file-name': fileName,
  size,
  characters,
  'frontmatter-syntax': frontmatterSyntax,
  facts,
  'prose-only': proseOnly,
  'safe-address': safeAddress,
  'canonical-address': canonicalAddress,
  identity,
  published,
  authors,
  venue,
  topics,
  tags,
  names,
  claim,
  evidence,
  abstract,
  'canonical-form': canonicalForm,
  'one-paper-one-entry': onePaperOneEntry,
  gaps,
  references,
  vocabulary,
}
