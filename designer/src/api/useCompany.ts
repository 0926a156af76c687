import { useQuery } from '@tanstack/react-query';
import { listRecordTypes, readCompany } from './company';
import { keys } from './keys';
import type { RecordType } from './types';

/** The company as pickers need it; it changes seldom. */
export const useCompany = () => useQuery({ queryKey: keys.company, queryFn: readCompany, staleTime: 60_000 });

/** The record types. */
export const useRecordTypes = () =>
  useQuery({ queryKey: keys.recordTypes, queryFn: listRecordTypes, staleTime: 60_000 });

/** One record type, once it is known. */
export const useRecordType = (key: string | undefined): RecordType | undefined =>
  useRecordTypes().data?.find((type) => type.key === key);
