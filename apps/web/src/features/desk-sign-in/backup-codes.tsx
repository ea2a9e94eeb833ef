'use client';

import { Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Notice } from '#ui/notice.tsx';
import { goOn } from './go-on.ts';

/** The backup codes for a lost phone. They are shown once, because only their sealed form is stored. */
export function BackupCodes({ codes }: { readonly codes: readonly string[] }) {
  const [saved, setSaved] = useState(false);
  const [error, setError] = useState('');
  const [copied, setCopied] = useState(false);

  const copy = async (): Promise<void> => {
    await navigator.clipboard?.writeText(codes.join('\n')).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };

  return (
    <div className="flex flex-col gap-stack">
      <Notice kind="success" live="status" title="Your second factor works">
        Save these backup codes now. We cannot show them again.
      </Notice>
      <p>Each code signs you in once when your phone is not at hand. Keep them in a password manager or on paper.</p>
      <ul
        aria-label="Backup codes"
        className="grid grid-cols-2 gap-2 rounded border border-line bg-sunken p-3 font-mono"
      >
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ul>
      <div>
        <Button variant="secondary" onClick={() => void copy()}>
          <Copy aria-hidden />
          Copy all codes
        </Button>
        <span role="status" className="ms-3 text-muted">
          {copied && 'Copied'}
        </span>
      </div>
      <Checkbox
        name="saved"
        label="I have saved these codes"
        error={error}
        checked={saved}
        onChange={(event) => {
          setSaved(event.currentTarget.checked);
          setError('');
        }}
      />
      <Button wide onClick={() => (saved ? goOn('/desk') : setError('Save the codes first, then tick this.'))}>
        Go to the desk
      </Button>
    </div>
  );
}
