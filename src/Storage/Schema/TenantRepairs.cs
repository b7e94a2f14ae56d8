using FlowEngine.Storage.Json;
using FlowEngine.Storage.Model;

namespace FlowEngine.Storage.Schema;

/// <summary>
/// Makes a tenant of every id that any row names, so that no tenant made later gets the id and with it the rows. They are inactive, as nobody
/// has said yet whose they are. Tenants without a slug get one made of their name.
/// </summary>
internal sealed class TenantRepairs(ISchemaSql sql, SchemaFacts facts, IReadOnlyList<TableModel> tables, DateTimeOffset now)
{
    public const string Table = "tenants";
    public const string SlugIndex = "ux_tenants_slug";

    private const string Prefix = "legacy-";
    private const string NamePrefix = "Legacy tenant ";

    /// <summary>Rows of these may belong to no tenant: operators' keys, what is switched off for all, audits of the service.</summary>
    private static readonly string[] s_ofTheService = ["api_keys", "kill_switches", "audit_logs"];

    /// <summary>The table's slugs, as far as it has them.</summary>
    public static string Query(ISchemaSql sql, TableFacts found) =>
        $"SELECT id, {Column(sql, found, "slug")}, {Column(sql, found, "name")} FROM {sql.Quote(Table)} ORDER BY id";

    /// <summary>Before the slugs are made unique.</summary>
    /// <param name="rows">What <see cref="Query"/> gave.</param>
    public SchemaStep? Slugs(IReadOnlyList<IReadOnlyList<string?>> rows)
    {
        var taken = rows.Select(row => row[1]).OfType<string>().Where(slug => slug.Length > 0).ToHashSet(StringComparer.Ordinal);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        var changes = new List<string>();
        foreach (var row in rows)
        {
            var (id, slug, name) = (row[0]!, row[1] ?? "", row[2] ?? "");
            if (slug.Length > 0 && kept.Add(slug))
            {
                continue;
            }

            var made = TenantSlug.Unique(TenantSlug.From(slug.Length > 0 ? slug : name) is { Length: > 0 } folded ? folded : Prefix + id, taken);
            changes.Add($"UPDATE {sql.Quote(Table)} SET {sql.Quote("slug")} = {sql.Literal(made)} WHERE id = {sql.Literal(id)}");
        }

        return changes.Count == 0 ? null : new("slugs of tenants", changes);
    }

    /// <summary>As soon as the table of tenants is the model's, and the others are as they were.</summary>
    public IEnumerable<SchemaStep> Rows()
    {
        // Stamps are written by triggers on tenants, and MySQL lets no statement read what its own trigger writes. Whatever has a stamp has other rows.
        var ids = tables.Where(table => table.Name != StampedTable.Stamps && facts.HasRows(table.Name) && facts.Tables[table.Name].Has("tenant_id") && table.Columns.Any(IsTenant))
            .Select(table => $"SELECT DISTINCT {Integer(facts.Tables[table.Name])} AS id FROM {sql.Quote(table.Name)}")
            .ToList();
        if (ids.Count > 0)
        {
            yield return new("tenants of rows that name them", [
                $"""
                {Insert}
                SELECT used.id, {Slug("used.id")}, {sql.Concat(sql.Literal(NamePrefix), "used.id")}, {Rest}
                FROM ({string.Join(" UNION ", ids)}) AS used
                WHERE used.id > 0 AND NOT EXISTS (SELECT 1 FROM {sql.Quote(Table)} t WHERE t.id = used.id)
                """]);
        }

        if (tables.Any(HasRowsOfNobody))
        {
            yield return new("a tenant for rows of nobody", [
                $"""
                {Insert}
                SELECT 1, {sql.Literal($"{Prefix}1")}, {sql.Literal($"{NamePrefix}1")}, {Rest}
                FROM (SELECT 1 AS one) AS nobody WHERE NOT EXISTS (SELECT 1 FROM {sql.Quote(Table)})
                """]);
        }

        if (facts.HasRows(Table) || ids.Count > 0)
        {
            yield return new("what tenants need to be used", [
                Fill("name", "slug"), Fill("languages", sql.Literal(s_languages)), Fill("currency", sql.Literal(TenantDefaults.Currency)),
                Fill("time_zone", sql.Literal(TenantDefaults.TimeZone)), .. sql.Renumber(Table),
            ]);
        }
    }

    /// <summary>Tenants that <see cref="Rows"/> would not make again.</summary>
    public static string Own(ISchemaSql sql) =>
        $"SELECT COUNT(*) FROM {sql.Quote(Table)} WHERE is_active OR {sql.Quote("slug")} <> {sql.Concat(sql.Literal(Prefix), "id")}"
        + $" OR {sql.Quote("name")} <> {sql.Concat(sql.Literal(NamePrefix), "id")}";

    private static readonly string s_languages = StoredJson.Write(TenantDefaults.Languages);

    private string Insert =>
        $"INSERT INTO {sql.Quote(Table)} (id, {sql.Quote("slug")}, {sql.Quote("name")}, languages, currency, time_zone, is_active, created_at, updated_at)";

    private string Rest => string.Join(
        ", ", sql.Literal(s_languages), sql.Literal(TenantDefaults.Currency), sql.Literal(TenantDefaults.TimeZone), "(1 = 0)", sql.Literal(now), sql.Literal(now));

    /// <summary>A slug that somebody has already gets letters of its own.</summary>
    private string Slug(string id)
    {
        var slug = sql.Concat(sql.Literal(Prefix), id);
        var another = sql.Concat(sql.Literal(Prefix), id, sql.Literal("-"), sql.Hash(sql.Concat(sql.Literal("tenants|"), id)));
        return $"CASE WHEN EXISTS (SELECT 1 FROM {sql.Quote(Table)} s WHERE s.slug = {slug}) THEN {another} ELSE {slug} END";
    }

    private string Fill(string column, string value) =>
        $"UPDATE {sql.Quote(Table)} SET {sql.Quote(column)} = {value} WHERE {sql.Quote(column)} = ''";

    private string Integer(TableFacts found) => sql.Integer(found.Columns["tenant_id"]);

    private bool HasRowsOfNobody(TableModel table) =>
        facts.HasRows(table.Name) && table.Columns.Any(IsTenant) && !s_ofTheService.Contains(table.Name, StringComparer.Ordinal)
        && (!facts.Tables[table.Name].Columns.TryGetValue("tenant_id", out var column) || column.IsNullable);

    private static bool IsTenant(ColumnModel column) => column.Name == "tenant_id";

    private static string Column(ISchemaSql sql, TableFacts found, string name) =>
        found.Columns.TryGetValue(name, out var column) ? sql.Converted(column, typeof(string)) : "NULL";
}
