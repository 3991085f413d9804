import { BulletinView } from '../bulletin/bulletin-page.tsx'
import { useBulletinDesk } from './use-bulletin-desk.ts'

/** One weekly or monthly bulletin of communicable disease. */
export default function DiseaseBulletinPage() {
  return <BulletinView desk={useBulletinDesk()} />
}
