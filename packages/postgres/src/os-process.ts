import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface OsProcess {
  /** Together with the pid this names one process for good: a pid alone is given out again after a restart. */
  startedAt: string;
  command: string;
}

/** What is known of a living process, or undefined when there is none with that pid or it has already ended. */
export function describeProcess(pid: number): OsProcess | undefined {
  if (!exists(pid)) return undefined;
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

export function isRunning(pid: number): boolean {
  return describeProcess(pid) !== undefined;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function fromProc(pid: number): OsProcess | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold spaces, so the rest is counted from its end.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // In a container whose first process collects no children, an ended process stays on as a zombie.
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { startedAt: fields[19] ?? '', command };
  } catch {
    return exists(pid) ? { startedAt: '', command: '' } : undefined;
  }
}

function fromPs(pid: number): OsProcess | undefined {
  try {
    const line = (field: string) =>
      execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
    if (line('stat').startsWith('Z')) return undefined;
    return { startedAt: line('lstart'), command: line('command') };
  } catch {
    return exists(pid) ? { startedAt: '', command: '' } : undefined;
  }
}
