import type { InferOutput } from 'valibot';
import type { StaffView } from '../../../shared/wire/staff.ts';
import type { StaffRow } from './tables.ts';

export const presentStaff = ({ staffId, name, role, pin, isDemo }: StaffRow): InferOutput<typeof StaffView> => ({
  staffId,
  name,
  role,
  hasPin: pin !== null,
  isDemo,
});
