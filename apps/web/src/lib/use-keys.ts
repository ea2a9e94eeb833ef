'use client';

import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Where the choice is kept. Single keys get in the way of people who speak to their computer, so they can be turned off. */
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

/** Do single keys do anything on this device? */
export const useKeysOn = (): boolean => useSyncExternalStore(subscribe, isOn, () => true);

export function turnKeys(on: boolean): void {
  try {
    localStorage.setItem(STORE, on ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing keeps the keys on.
  }
  window.dispatchEvent(new Event(CHANGED));
}

/**
 * What single keys do on a page, by the key as the keyboard names it. They rest while somebody types, while a dialog or a
 * menu is open, and with any modifier held, so that no shortcut of the browser is taken.
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
      const act = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act || event.repeat) return;
      // Without this the letter would also be typed into the field that the key has just opened.
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** A toast calls itself a dialog as well, but it takes nobody's keys. */
const OPEN_POPUP =
  '[role="dialog"]:not([aria-modal="false"]), [role="alertdialog"]:not([aria-modal="false"]), [role="menu"]';

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector(OPEN_POPUP)) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'radio';
  return target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT';
}
