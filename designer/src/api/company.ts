import { body, client } from './client';
import type { Company, Department, Person, Post, RecordType } from './types';

/** The company as pickers need it. */
export const readCompany = (): Promise<Company> => body(client.GET('/api/company'));

export const listRecordTypes = (): Promise<RecordType[]> => body(client.GET('/api/record-types'));

export const listPeople = (): Promise<Person[]> => body(client.GET('/api/admin/people'));

export async function savePerson({ id, ...person }: Person): Promise<void> {
  await client.PUT('/api/admin/people/{id}', { params: { path: { id } }, body: person });
}

export async function setPassword(id: string, password: string): Promise<void> {
  await client.PUT('/api/admin/people/{id}/password', { params: { path: { id } }, body: { password } });
}

export async function saveDepartment({ id, ...department }: Department): Promise<void> {
  await client.PUT('/api/admin/departments/{id}', { params: { path: { id } }, body: department });
}

export async function savePost({ key, ...post }: Post): Promise<void> {
  await client.PUT('/api/admin/posts/{key}', { params: { path: { key } }, body: post });
}
