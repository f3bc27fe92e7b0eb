/** The list's repository on GitHub. */
export interface Repository {
  /** `https://github.com/owner/name`. */
  address: string
  /** The branch that is published. */
  branch: string
}

/** The maximum length of an address that GitHub opens, in characters, with a margin. */
export const longestAddress = 8000

/** The repository of a site if it is on GitHub; otherwise undefined. */
export function gitHubRepository(site: {
  repository?: string | undefined
  branch: string
}): Repository | undefined {
  if (!site.repository || URL.parse(site.repository)?.hostname !== 'github.com') return undefined
  return { address: site.repository.replace(/(?:\.git)?\/*$/, ''), branch: site.branch }
}

const query = (parts: Readonly<Record<string, string | undefined>>) =>
  Object.entries(parts)
    .flatMap(([name, value]) => (value === undefined ? [] : `${name}=${encodeURIComponent(value)}`))
    .join('&')

const inPath = (path: string) => path.split('/').map(encodeURIComponent).join('/')

/**
 * The address of GitHub's page for a new file, filled in. It also works without write access.
 * @see https://docs.github.com/en/repositories/working-with-files/managing-files/creating-new-files
 */
export function newFileAddress(
  { address, branch }: Repository,
  file: { path: string; text?: string; message?: string; description?: string },
): string {
  const { path, text, message, description } = file
  const parts = { filename: path, value: text, message, description }
  return `${address}/new/${inPath(branch)}?${query(parts)}`
}

/** The address of GitHub's page for editing a file. */
export function editAddress({ address, branch }: Repository, path: string): string {
  return `${address}/edit/${inPath(branch)}/${inPath(path)}`
}

/**
 * The address of GitHub's page for a new issue, with the fields of its form filled in.
 * @see https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/creating-an-issue#creating-an-issue-from-a-url-query
 */
export function newIssueAddress(
  { address }: Repository,
  issue: { template: string; title?: string; fields?: Readonly<Record<string, string>> },
): string {
  const { template, title, fields } = issue
  return `${address}/issues/new?${query({ template, ...(title && { title }), ...fields })}`
}
