import type { Entry } from '../content/entry.ts'
import { papers } from '../model/count.ts'
import { doiAddress } from '../model/identifier.ts'
import { paperPath } from '../model/page-path.ts'
import { titleText } from '../text/title.ts'
import { lastAdded, type PapersHead } from './papers-file.ts'
import type { Reference, Source, TopicNames } from './reference.ts'

/** The most papers that a list page names in its linked data; the files have them all. */
export const mostListed = 100

/** Data as the text of a `<script type="application/ld+json">`: nothing in it can end the element. */
export function jsonLdText(data: object): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

// What is undefined is left out of the text.
const some = <T>(list: readonly T[]) => (list.length > 0 ? list : undefined)

/**
 * A paper as schema.org's `ScholarlyArticle`.
 * @see https://developers.google.com/search/docs/appearance/structured-data/article
 */
export function articleData(
  { entry, item, title, authors, publication, arxiv, pdf, tagNames }: Reference,
  topicNames: TopicNames,
  { site, absolute }: Source,
): object {
  const { doi, paper, published } = entry
  const year = publication?.year?.toString()
  const identifiers = Object.entries({ DOI: doi, arXiv: arxiv }).flatMap(([propertyID, value]) =>
    value ? { '@type': 'PropertyValue', propertyID, value } : [],
  )
  const same = [paper, doi && doiAddress(doi)].filter(Boolean)
  const page = absolute(paperPath(entry.id))
  return {
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    '@id': `${page}#paper`,
    headline: title,
    name: title,
    alternateName: entry.alsoTitled,
    author: some(
      authors.map((name, place) => {
        const parsed = item.author?.[place]
        return parsed && 'family' in parsed
          ? { '@type': 'Person', name, givenName: parsed.given, familyName: parsed.family }
          : { '@type': 'Person', name }
      }),
    ),
    dateCreated: published,
    datePublished: year ?? published,
    abstract: item.abstract,
    sameAs: some(same),
    url: paper,
    encoding: pdf && {
      '@type': 'MediaObject',
      contentUrl: pdf,
      encodingFormat: 'application/pdf',
    },
    identifier: some(identifiers),
    isPartOf: publication && {
      '@type': publication.kind === 'journal' ? 'Periodical' : 'PublicationVolume',
      name: publication.title,
      volumeNumber: item.volume,
    },
    pagination: item.page,
    keywords: some(tagNames),
    about: entry.topics?.map((id) => ({ '@type': 'Thing', name: topicNames[id] ?? id })),
    inLanguage: site.language,
    mainEntityOfPage: page,
  }
}

/** A page that lists papers as schema.org's `CollectionPage`, with the first of them by name. */
export function collectionData(
  entries: readonly Pick<Entry, 'id' | 'title' | 'publishedTitle'>[],
  { title, description, path }: PapersHead,
  { site, absolute }: Source,
): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'CollectionPage',
    '@id': absolute(path),
    url: absolute(path),
    name: title,
    description,
    inLanguage: site.language,
    isPartOf: { '@type': 'WebSite', name: site.title, url: absolute('/') },
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: entries.length,
      itemListElement: entries.slice(0, mostListed).map((entry, place) => ({
        '@type': 'ListItem',
        position: place + 1,
        name: titleText(entry.publishedTitle ?? entry.title),
        url: absolute(paperPath(entry.id)),
      })),
    },
  }
}

/** The linked data of a page that lists papers and stands below another page. */
export function listData(
  entries: Parameters<typeof collectionData>[0],
  head: PapersHead,
  parent: readonly [name: string, path: `/${string}`],
  source: Source,
): object[] {
  const way = [parent, [head.title, head.path]] as const
  return [collectionData(entries, head, source), breadcrumbData(way, source)]
}

/** The site as schema.org's `WebSite`, for its home page. */
export function websiteData({ site, absolute }: Source): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    '@id': `${absolute('/')}#site`,
    url: absolute('/'),
    name: site.title,
    alternateName: site.shortTitle,
    description: site.description,
    inLanguage: site.language,
    potentialAction: {
      '@type': 'SearchAction',
      target: `${absolute('/search/')}?q={query}`,
      'query-input': 'required name=query',
    },
  }
}

/**
 * The way from the home page to a page as schema.org's `BreadcrumbList`; the last name is the page's own.
 * @see https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 */
export function breadcrumbData(
  way: readonly (readonly [name: string, path: `/${string}`])[],
  { absolute }: Source,
): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: way.map(([name, path], place) => ({
      '@type': 'ListItem',
      position: place + 1,
      name,
      item: absolute(path),
    })),
  }
}

/** The files of the whole list, by their endings. */
const distributions = {
  json: 'application/json',
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  'csl.json': 'application/vnd.citationstyles.csl+json',
  csv: 'text/csv',
}

/**
 * The whole list as schema.org's `Dataset`.
 * @see https://developers.google.com/search/docs/appearance/structured-data/dataset
 */
export function datasetData(references: readonly Reference[], { site, absolute }: Source): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': `${absolute('/papers/')}#data`,
    name: site.title,
    description: `${site.description} ${papers(references.length)} on ${site.subject}, with authors, dates, venues, topics, tags, claims and abstracts.`,
    url: absolute('/papers/'),
    inLanguage: site.language,
    isAccessibleForFree: true,
    license: site.license,
    dateModified: lastAdded(references),
    creator: {
      '@type': 'Organization',
      name: site.curators.join(', ') || site.title,
      url: absolute('/'),
    },
    distribution: Object.entries(distributions).map(([ending, type]) => ({
      '@type': 'DataDownload',
      encodingFormat: type,
      contentUrl: absolute(`/papers.${ending}`),
    })),
  }
}
