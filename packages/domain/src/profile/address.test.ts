import { expect, test } from 'vitest';
import { isPoBox } from './address.ts';

test.each([
  'PO Box 12',
  'P.O. Box 1234',
  'p. o. box 7',
  'POBox 99',
  'Post Office Box 4',
  'Flat 2, PO BOX 12',
  'Private Bag X123',
  'Locked Bag 45',
  'Postfach 10 01 23',
  'Boîte postale 12',
  'Boite Postale 12',
  'BP 123',
  'B.P. 45',
  'Apartado de Correos 12',
  'Casilla 123',
  'Casella Postale 9',
  'Postbus 1234',
  'Caixa Postal 77',
  'Postboks 12',
  'Box 1234',
  'Skrytka pocztowa 5',
])('%s is a box', (line) => {
  expect(isPoBox(line)).toBe(true);
});

test.each([
  '1 Example Street',
  'Boxwood Lane 4',
  '12 Box Hill Road',
  'Box Cottage',
  // A numbered box on a rural route is a house.
  'RR 2 Box 15',
  'Poborská 12',
  'Postfachweg 3',
  'Postbusweg 3',
  'Bpm-Straße 4',
  '221B Postal Road',
  'Private Bagot Street 4',
  'Calle del Apartadero 3',
  'Postboksen',
  '',
])('%j is a place to live', (line) => {
  expect(isPoBox(line)).toBe(false);
});
