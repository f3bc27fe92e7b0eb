import { Cite } from '@citation-js/core'
import '@citation-js/plugin-ris'
import { parse } from '@retorquere/bibtex-parser'
import { familyFirst, type Person } from '../../model/person.ts'
import type { CslItem } from '../csl.ts'
import type { Reference } from '../reference.ts'

/** The facts of a record after a reference manager has imported it. */
export interface Read {
  key: string
  title: string | undefined
  /** Family name first. */
  authors: string[]
  year: number | undefined
  month: number | undefined
  container: string | undefined
  eprint: string | undefined
  doi: string | undefined
  url: string | undefined
}

/** Returns what a program should read from a correct file. */
export function expectedOf({ item, title, arxiv }: Reference): Read {
  const [year, month] = item.issued?.['date-parts'][0] ?? []
  return {
    key: item.id,
    title,
    authors: (item.author ?? []).map(familyFirst),
    year,
    month,
    container: item['container-title'],
    eprint: arxiv,
    doi: item.DOI,
    url: item.URL,
  }
}

/** Reads BibTeX with the parser of Better BibTeX for Zotero. Throws if there are any errors. */
export function readWithBibtexParser(bibtex: string): Read[] {
  const { entries, errors } = parse(bibtex, { english: false })
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  return entries.map(({ key, fields }) => {
    const field = (name: string) => fields[name] as string | undefined
    return {
      key,
      title: field('title'),
      authors: (fields.author ?? []).map(({ name, prefix, lastName, suffix, firstName }) =>
        name
          ? name
          : [[prefix, lastName].filter(Boolean).join(' '), firstName, suffix]
              .filter(Boolean)
              .join(', '),
      ),
      year: numberOf(field('year') ?? field('date')?.slice(0, 4)),
      month: numberOf(field('month') ?? field('date')?.slice(5, 7)) || undefined,
      container:
        field('booktitle') ?? field('journal') ?? field('journaltitle') ?? field('howpublished'),
      eprint: field('eprint'),
      doi: field('doi'),
      url: field('url'),
    }
  })
}

const isWhole = (name: Person) => 'family' in name && !name.given

const citationJsName = (name: Person) =>
  isWhole(name) && 'family' in name ? name.family : familyFirst(name)

/** Reads RIS with Citation.js. */
export function readRis(ris: string): (Read & Pick<CslItem, 'abstract' | 'keyword'>)[] {
  return new Cite(ris, { forceType: '@ris/file', generateGraph: false }).data.map((item) => ({
    ...itemRead(item),
    abstract: item.abstract,
    keyword: item.keyword,
  })) as (Read & Pick<CslItem, 'abstract' | 'keyword'>)[]
}

function itemRead(item: CslItem & { 'event-date'?: CslItem['issued'] }): Read {
  const [year, month] = (item.issued ?? item['event-date'])?.['date-parts'][0] ?? []
  return {
    key: item.id,
    title: item.title,
    authors: (item.author ?? []).map(citationJsName),
    year,
    month,
    container: item['container-title'],
    eprint: undefined,
    doi: item.DOI,
    url: item.URL,
  }
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text)
}
