import { z } from 'zod';
import { isPoBox } from './po-box.ts';
import { postcodeProblem } from './postcodes.ts';
import { country } from './rules.ts';
import { line } from './text.ts';

/** A place where someone lives, with a postcode that its country may have, where that country's form is known. */
export const address = z
  .strictObject({
    line1: line(120),
    line2: line(120).optional(),
    city: line(80),
    region: line(80).optional(),
    postalCode: line(20),
    country,
  })
  .superRefine(({ line1, line2 = '', postalCode, country: code }, context) => {
    const box = isPoBox(line1) ? 'line1' : isPoBox(line2) ? 'line2' : null;
    if (box) context.addIssue({ code: 'custom', path: [box], ...PO_BOX });
    const message = postcodeProblem(postalCode, code);
    if (message) context.addIssue({ code: 'custom', path: ['postalCode'], message });
  });

/** A check that finds one asks for it by the requirement's code. */
const PO_BOX = {
  message: 'Give the address where you live, not a PO box.',
  params: { requirementCode: 'ADDRESS_PO_BOX' },
};
