import { queries } from '../api/queries.ts'
import { useWords } from '../language/words.ts'
import { EntryFrame } from './entry.tsx'
import { PasswordForm } from './password-form.tsx'
import { words } from './words.ts'

/** An account with an initial password sets its own before anything else. */
export default function NewPassword() {
  const t = useWords(words)
  return (
    <EntryFrame title={t.newPassword} hint={t.newPasswordHint}>
      <PasswordForm onDone={() => void queries.invalidateQueries({ queryKey: ['session'] })} />
    </EntryFrame>
  )
}
