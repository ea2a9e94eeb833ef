'use client';

import { useState } from 'react';
import { BackupCodes } from './backup-codes.tsx';
import { ConfirmPassword } from './confirm-password.tsx';
import { type NewSecret, PairApp } from './pair-app.tsx';

/** Sets up a second factor in three steps: the password again, the authenticator app, and the backup codes. */
export function SecondFactor() {
  const [secret, setSecret] = useState<NewSecret | null>(null);
  const [paired, setPaired] = useState(false);
  if (!secret) return <ConfirmPassword onConfirmed={setSecret} />;
  if (!paired) return <PairApp secret={secret} onPaired={() => setPaired(true)} />;
  return <BackupCodes codes={secret.backupCodes} />;
}
