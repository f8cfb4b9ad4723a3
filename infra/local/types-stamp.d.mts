export function typesAreFresh(repository: string): boolean;
export function writeTypesStamp(repository: string): void;
export function hashOfSources(repository: string): string;
