/**
 * `node tests/look/approve-sheets.ts`: takes for approved what handouts look like in Word and on
 * slides, and how references read.
 */
import { approveOfficeLook } from './office.ts';
import { approveReferences } from './references.ts';

await approveOfficeLook();
approveReferences();
