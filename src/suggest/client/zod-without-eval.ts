import { config } from 'zod'

// The site's policy forbids code made from text, which the library tries for speed unless it is told not to.
config({ jitless: true })
