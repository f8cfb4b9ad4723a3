export type { RepositoryOfMany as Repository } from '@qianshou/kernel';

export type Direction = 'ASC' | 'DESC';
