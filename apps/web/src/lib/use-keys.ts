'use client';

import { useEffect, useRef, useSyncExternalStore } from 'react';

/** The storage key of the setting. Single keys can be turned off, because they interfere with speech input. */
const STORE = 'gatehouse.keys';
const CHANGED = 'gatehouse:keys';

const isOn = (): boolean => {
  try {
    return localStorage.getItem(STORE) !== 'off';
  } catch {
    return true;
  }
};

function subscribe(changed: () => void) {
  window.addEventListener(CHANGED, changed);
  window.addEventListener('storage', changed);
  return () => {
    window.removeEventListener(CHANGED, changed);
    window.removeEventListener('storage', changed);
  };
}

/** Whether single keys are enabled on this device. */
export const useKeysOn = (): boolean => useSyncExternalStore(subscribe, isOn, () => true);

export function turnKeys(on: boolean): void {
  try {
    localStorage.setItem(STORE, on ? 'on' : 'off');
  } catch {
    // Without storage the keys stay enabled.
  }
  window.dispatchEvent(new Event(CHANGED));
}

/**
 * Binds single keys on a page, by `KeyboardEvent.key`. They are inactive while typing, while a dialog or menu is open,
 * and with any modifier, so that no browser shortcut is overridden.
 */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (isBusy(event.target) || !isOn()) return;
      const handle = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!handle || event.repeat) return;
      // Otherwise the letter would also be typed into the field that the key has just opened.
      event.preventDefault();
      handle();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** A toast also has the role of a dialog, but does not take keys. */
const OPEN_POPUP =
  '[role="dialog"]:not([aria-modal="false"]), [role="alertdialog"]:not([aria-modal="false"]), [role="menu"]';

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector(OPEN_POPUP)) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'radio';
  return target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT';
}
