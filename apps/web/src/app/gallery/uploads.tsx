'use client';

import { Smartphone } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { FileDrop } from '#ui/file-drop.tsx';
import { UploadProgress } from '#ui/upload-progress.tsx';
import { Part, type Specimen } from './specimen.tsx';

export function Uploads({ scope }: Specimen) {
  const [name, setName] = useState('passport.jpg');
  return (
    <Part title="Uploads" scope={scope}>
      <FileDrop
        name={`${scope}-passport`}
        label="Photo page of your passport"
        hint="JPEG, PNG or PDF, 10 KB to 10 MB"
        accept="image/jpeg,image/png,application/pdf"
        onFiles={([file]) => setName(file?.name ?? '')}
      >
        <Button variant="secondary">
          <Smartphone aria-hidden />
          Continue on your phone
        </Button>
      </FileDrop>
      <UploadProgress name={name} state="uploading" percent={60} onCancel={() => setName('passport.jpg')} />
      <UploadProgress name="identity-card-front.jpg" state="done" preview={PREVIEW} onReplace={() => {}} />
      <UploadProgress
        name="a-very-long-name-of-a-bank-statement-from-november-2026.pdf"
        state="failed"
        problem="It’s blurred: hold still, avoid glare"
        onRetry={() => {}}
        onReplace={() => {}}
      />
    </Part>
  );
}

const PREVIEW = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 64"><rect width="96" height="64" fill="#cfe0f5"/><rect x="8" y="12" width="24" height="32" rx="2" fill="#7c9cc4"/><path d="M40 18h46M40 28h36M40 38h42M8 54h80" stroke="#5b7ba6" stroke-width="3"/></svg>',
)}`;
