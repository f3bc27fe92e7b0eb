import { exports } from '../catalog.ts'
import { fileResponse, fileRoutes } from '../exports/routes.ts'

/** BibTeX of every paper, topic and tag, and of the whole list. */
export const getStaticPaths = async () => fileRoutes(await exports(), 'bib')

export const GET = fileResponse
