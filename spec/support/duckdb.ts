/** What a table holds, as DuckDB reads it. */
export interface Seen {
  /** The names of the columns, each with its type. */
  readonly columns: readonly string[];
  /** The rows, values as JSON. */
  readonly rows: readonly (readonly unknown[])[];
}

/** Runs SQL in a database of its own, in memory. */
export type DuckDb = (sql: string) => Promise<Seen>;

/** DuckDB, which is native code; nothing where it cannot be loaded. */
export async function duckDb(): Promise<DuckDb | undefined> {
  try {
    const { DuckDBInstance } = await import("@duckdb/node-api");
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    return async (sql) => {
      const read = await connection.runAndReadAll(sql);
      const types = read.columnTypes();
      return {
        columns: read.columnNames().map((name, i) => `${name} ${types[i]}`),
        rows: read.getRowsJson(),
      };
    };
  } catch {
    return undefined;
  }
}
