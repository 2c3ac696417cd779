/** Where on the form a fault is shown: at its field, or at the nearest thing around it. */
import type { DeskFault, FieldPath } from '../../api.ts';

export interface FaultSlot {
  readonly node: HTMLElement;
  readonly show: (faults: readonly DeskFault[]) => void;
  readonly focus: () => void;
}

export class FaultSlots {
  private readonly slots = new Map<string, FaultSlot>();

  register(path: FieldPath, slot: FaultSlot): void {
    this.slots.set(JSON.stringify(path), slot);
  }

  /** Shows each where it belongs; the others are answered. */
  place(faults: readonly DeskFault[]): readonly DeskFault[] {
    const placed = new Map<FaultSlot, DeskFault[]>();
    const others: DeskFault[] = [];
    for (const fault of faults) {
      const slot = this.slotOf(fault);
      if (!slot) others.push(fault);
      else placed.set(slot, [...(placed.get(slot) ?? []), fault]);
    }
    for (const [path, slot] of this.slots) {
      if (slot.node.isConnected) slot.show(placed.get(slot) ?? []);
      else this.slots.delete(path);
    }
    return others;
  }

  slotOf({ path }: DeskFault): FaultSlot | null {
    for (let end = path?.length ?? 0; end > 0; end -= 1) {
      const slot = this.slots.get(JSON.stringify(path?.slice(0, end)));
      if (slot?.node.isConnected) return slot;
    }
    return null;
  }
}
