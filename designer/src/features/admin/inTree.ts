import type { Department } from '@/api';

interface Placed {
  department: Department;
  /** How many departments it is within. */
  depth: number;
}

/** Departments in the order of the company: each followed by those within it. None is lost, even if they form a ring. */
export function inTree(departments: readonly Department[]): Placed[] {
  const placed: Placed[] = [];
  const place = (department: Department, depth: number): void => {
    if (placed.some((one) => one.department === department)) return;
    placed.push({ department, depth });
    for (const one of departments) if (one.parent === department.id) place(one, depth + 1);
  };
  const known = new Set(departments.map((one) => one.id));
  for (const one of departments) if (!one.parent || !known.has(one.parent)) place(one, 0);
  for (const one of departments) place(one, 0);
  return placed;
}
