import { body, client } from './client';
import type { Company, Department, Person, Post, RecordType } from './types';

/** The company as pickers need it. */
export const readCompany = (): Promise<Company> => body(client.GET('/company'));

export const listRecordTypes = (): Promise<RecordType[]> => body(client.GET('/record-types'));

export const listPeople = (): Promise<Person[]> => body(client.GET('/admin/people'));

export async function savePerson(person: Person): Promise<void> {
  await client.PUT('/admin/people/{id}', { params: { path: { id: person.id } }, body: person });
}

export async function setPassword(id: string, password: string): Promise<void> {
  await client.PUT('/admin/people/{id}/password', { params: { path: { id } }, body: { password } });
}

export async function saveDepartment(department: Department): Promise<void> {
  await client.PUT('/admin/departments/{id}', { params: { path: { id: department.id } }, body: department });
}

export async function savePost(post: Post): Promise<void> {
  await client.PUT('/admin/posts/{key}', { params: { path: { key: post.key } }, body: post });
}
