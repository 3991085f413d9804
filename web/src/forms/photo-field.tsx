import { useState } from 'react'
import { useWords } from '../language/words.ts'
import { words } from './words.ts'

/** Longest side of a photo as it is sent: a board or a slide is still read, and a village's network bears it. */
const LONGEST_SIDE = 1600
/** Characters of the address that hold about a megabyte. */
const LONGEST = 1_400_000

/** A photo as a small JPEG, upright, without what its file tells besides (drawing it anew leaves that behind). */
async function smallPhoto(file: File): Promise<string> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const canvas = document.createElement('canvas')
  for (let side = LONGEST_SIDE; ; side = Math.round(side * 0.7)) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height))
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const address = canvas.toDataURL('image/jpeg', 0.82)
    if (address.length <= LONGEST || side < 400) return address
  }
}

/** Takes one photo: with the camera on a phone, from a file elsewhere. */
export function PhotoField({
  id,
  value,
  onChange,
  describedBy,
}: {
  id: string
  value: string
  onChange: (value: unknown) => void
  describedBy: string
}) {
  const t = useWords(words)
  const [failed, setFailed] = useState(false)
  const take = (file: File | undefined) => {
    if (!file) return
    smallPhoto(file)
      .then((address) => {
        setFailed(false)
        onChange(address)
      })
      .catch(() => setFailed(true))
  }
  return (
    <div className="photo-field">
      <label className="button button-plain" htmlFor={id}>
        {value ? t.otherPhoto : t.takePhoto}
      </label>
      <input
        id={id}
        type="file"
        className="unseen"
        accept="image/*"
        capture="environment"
        aria-describedby={describedBy}
        aria-invalid={failed || undefined}
        onChange={(event) => take(event.target.files?.[0])}
      />
      {failed && <p role="alert">{t.noPicture}</p>}
      {value.startsWith('data:image/') ? (
        <img src={value} alt={t.photo} />
      ) : (
        value && <p className="quiet">{t.keptPhoto}</p>
      )}
    </div>
  )
}
