import { z } from 'zod'

const https = z.url({
  protocol: /^https$/,
  error: 'expected an address that begins with `https://`',
})

/** Everything that makes a site of this generator one particular list: `content/site.yaml`. */
export const siteFacts = z.strictObject({
  /** The list's name. */
  title: z.string().min(1),
  /** A name of at most 20 characters, for a phone's home screen. */
  shortTitle: z.string().min(1).max(20),
  /** One or two sentences: what this list is. For search engines, feeds and the home page. */
  description: z.string().min(1),
  /** What the list is about, in a phrase that completes "papers on …". */
  subject: z.string().min(1),
  /** BCP 47 language of the list's own words. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/, 'expected a language tag: `en`, `de`, `pt-BR`')
    .default('en'),
  /** The origin under which the site is served, without a path: `https://example.org`. The variable `SITE_URL` wins over it. */
  url: https.transform((text) => new URL(text).origin),
  /** The path below the origin: `/`, or `/reading-list/`. The variable `SITE_BASE` wins over it. */
  base: z
    .string()
    .regex(
      /^\/(?:[\w.~-]+\/?)*$/,
      'expected a path of letters, digits, hyphens and slashes: `/reading-list/`',
    )
    .transform((text) => `/${text.split('/').filter(Boolean).join('/')}/`.replace('//', '/'))
    .default('/'),
  /**
   * Who mints the permanent ids of feeds: a domain of the curators and a date on which it was theirs, `example.org,2025`
   * (RFC 4151); absent: the address's host in 2025. It should never change: feed readers would show every paper again.
   */
  idAuthority: z
    .string()
    .regex(/^[a-z0-9.-]+,\d{4}(?:-\d{2}){0,2}$/, 'expected a domain and a date: `example.org,2025`')
    .optional(),
  /** The repository that takes contributions: `https://github.com/owner/name`; absent when there is none. */
  repository: https.optional(),
  /** The repository's branch that is published. */
  branch: z
    .string()
    .regex(
      /^(?!.*\.(?:\.|\/|$))[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/,
      'expected the name of a branch: `main`',
    )
    .default('main'),
  /** The address of the licence under which others may use the list's own words; absent when there is none. */
  license: https.optional(),
  /** The curators, as shown on the about page. */
  curators: z.array(z.string().min(1)).default([]),
  /** What the list does not cover, a paragraph each, for the about page; absent when nothing is said of it. */
  limits: z.array(z.string().min(1)).optional(),
  /** A plain HTML newsletter form; absent when there is none. */
  newsletter: z
    .strictObject({
      /** Where the form is sent. */
      action: https,
      /** The name of the form's mail address field. */
      field: z.string().min(1).default('email'),
    })
    .optional(),
})
export type Site = z.infer<typeof siteFacts>
