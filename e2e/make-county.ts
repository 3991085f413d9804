import { makeCounty } from './house.ts'

/** Makes the county that the browser tests copy: `node e2e/make-county.ts FOLDER`. */
await makeCounty(process.argv[2]!)
