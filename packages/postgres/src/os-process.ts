import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface OsProcess {
  /** Identifies a process together with its pid, because pids are reused. */
  startedAt: string;
  command: string;
}

/** Describes a running process. Undefined if no process has that pid, or if it has ended. */
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
    // A process of another user cannot be signalled, but it exists.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function fromProc(pid: number): OsProcess | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold spaces, so fields are counted after the bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // An ended process stays a zombie in a container whose init process does not reap its children.
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
