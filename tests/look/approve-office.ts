/** `node tests/look/approve-office.ts`: takes what handouts look like in Word and on slides for approved. */
import { approveOfficeLook } from './office.ts';

await approveOfficeLook();
