import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { upload } from '../api/client.ts'
import { Icon } from '../parts/icon.tsx'
import { Failure } from '../parts/states.tsx'
import './import.css'

/** Takes one file by choosing or dropping, sends it, and shows what went wrong if it did. */
export function UploadBox<Answer>({
  path,
  accept,
  label,
  onDone,
}: {
  path: string
  accept: string
  label: string
  onDone: (answer: Answer, file: File) => void
}) {
  const [over, setOver] = useState(false)
  const send = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData()
      form.set('file', file)
      return upload<Answer>(path, form)
    },
    onSuccess: onDone,
  })
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file) send.mutate(file)
  }
  return (
    <>
      <label
        className={`upload ${over ? 'upload-over' : ''}`}
        aria-busy={send.isPending}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files)
        }}
      >
        <Icon name="import" />
        <span>{send.isPending ? send.variables?.name : label}</span>
        {send.isPending && <span className="upload-running" />}
        <input
          type="file"
          className="unseen"
          accept={accept}
          disabled={send.isPending}
          onChange={(event) => {
            take(event.target.files)
            event.target.value = ''
          }}
        />
      </label>
      {send.error && <Failure error={send.error} />}
    </>
  )
}
