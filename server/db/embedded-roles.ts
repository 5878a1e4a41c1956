import postgres from 'postgres';

export type RolePasswords = Readonly<Record<'schalter_admin' | OfficeRole, string>>;
type OfficeRole = 'schalter_owner' | 'schalter_app' | 'schalter_retention';

const officeRoles: readonly OfficeRole[] = ['schalter_owner', 'schalter_app', 'schalter_retention'];

/**
 * The three roles of an office in the embedded server, and its database. They stand side by side, none is a member of
 * another. Repeating it changes nothing but sets the passwords that lie in the files.
 */
export async function makeRoles(adminUrl: string, passwords: RolePasswords): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    for (const role of officeRoles) {
      const [known] = await sql`select 1 from pg_roles where rolname = ${role}`;
      if (!known) await sql`create role ${sql(role)} login`;
      // A password cannot be a parameter; ours is base64url, so it needs no escaping.
      await sql.unsafe(`alter role ${role} password '${passwords[role]}'`);
    }
    const [made] = await sql`select 1 from pg_database where datname = 'schalter'`;
    if (!made) await sql`create database schalter owner schalter_owner`;
    await sql`revoke all on database schalter from public`;
    await sql`grant connect on database schalter to schalter_app, schalter_retention`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
