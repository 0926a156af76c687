interface Asked {
  [name: string]: string | number | boolean | string[] | undefined;
}

/** The address of a list as a file: of the whole of it, narrowed and sorted as on the screen. */
export function exportAddress(list: string, asked: Asked): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (name === 'offset' || name === 'limit' || value === undefined || value === '' || value === false)
      continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  return `/api/exports/${list}?${query.toString()}`;
}
