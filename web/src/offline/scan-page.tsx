import { useEffect, useRef, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { post } from '../api/client.ts'
import { Problem } from '../api/problem.ts'
import { useWords } from '../language/words.ts'
import { PageHead, Panel } from '../parts/page.tsx'
import { Failure, Nothing } from '../parts/states.tsx'
import { holderOf } from './card.ts'
import { shownVillage } from './device.ts'
import { words } from './words.ts'
import './offline.css'

interface Detector {
  detect(picture: CanvasImageSource): Promise<{ rawValue: string }[]>
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector
  getSupportedFormats(): Promise<string[]>
}
type Scanner = (video: HTMLVideoElement) => Promise<string | undefined>

/** Looks so often at the picture. */
const LOOK = 250

/** The browser's own reader where it has one, as Android's does; otherwise a small library, fetched only now. */
async function openScanner(): Promise<Scanner> {
  const { BarcodeDetector } = globalThis as unknown as { BarcodeDetector?: DetectorClass }
  // On some systems the class is there and reads nothing.
  const formats = (await BarcodeDetector?.getSupportedFormats()) ?? []
  if (BarcodeDetector && formats.includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] })
    return async (video) => (await detector.detect(video))[0]?.rawValue
  }
  const { default: decode } = await import('qr/decode.js')
  const canvas = document.createElement('canvas')
  return async (video) => {
    ;[canvas.width, canvas.height] = [video.videoWidth, video.videoHeight]
    const drawing = canvas.getContext('2d', { willReadFrequently: true })!
    drawing.drawImage(video, 0, 0)
    try {
      return decode(drawing.getImageData(0, 0, canvas.width, canvas.height))
    } catch {
      // No code in this picture.
      return undefined
    }
  }
}

/** Who holds a card: from the copy on the device, otherwise from the server. @throws Problem when the server is out of reach. */
async function findHolder(
  token: string,
): Promise<{ kind: 'holder'; person: string } | { kind: 'revoked' | 'unknown' }> {
  const village = shownVillage()
  const person = village && holderOf(village, token)
  return person ? { kind: 'holder', person } : post('/api/cards/read', { token })
}

/** Reads a resident's health card with the camera and opens the file. */
export default function ScanPage() {
  const t = useWords(words)
  const navigate = useNavigate()
  const video = useRef<HTMLVideoElement>(null)
  const [problem, setProblem] = useState<'camera' | 'revoked' | 'unknown' | Problem>()
  useEffect(() => {
    let stream: MediaStream | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    async function look(scan: Scanner): Promise<void> {
      const token = video.current && video.current.videoWidth > 0 ? await scan(video.current) : undefined
      if (over) return
      if (token) {
        const found = await findHolder(token)
        if (over) return
        if (found.kind === 'holder') return navigate({ to: '/people/$id', params: { id: found.person }, replace: true })
        setProblem(found.kind)
      }
      timer = setTimeout(() => void look(scan).catch(fail), LOOK)
    }
    const fail = (error: unknown) => setProblem(error instanceof Problem ? error : 'camera')
    async function begin() {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      const scan = await openScanner()
      if (over || !video.current) return
      video.current.srcObject = stream
      await video.current.play()
      await look(scan)
    }
    begin().catch(fail)
    return () => {
      over = true
      clearTimeout(timer)
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
  }, [navigate])
  return (
    <>
      <PageHead title={t.scan} about={t.scanAbout} />
      <Panel>
        {problem === 'camera' ? (
          <Nothing title={t.noCamera} hint={t.noCameraHint} />
        ) : (
          <div className="scanner">
            <video ref={video} playsInline muted />
          </div>
        )}
        {problem === 'revoked' && <p className="field-error">{t.revokedCard}</p>}
        {problem === 'unknown' && <p className="field-error">{t.unknownCard}</p>}
        {problem instanceof Problem && <Failure error={problem} />}
      </Panel>
    </>
  )
}
