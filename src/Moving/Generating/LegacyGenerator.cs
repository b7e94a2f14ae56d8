namespace FlowEngine.Moving.Generating;

/// <summary>
/// Rows of a legacy database, made one after the other from a seed, with the dirt that such databases have. Each kind of dirt comes at
/// places of its own, so that a database of 100 conversations has them all, and the same options give the same rows.
/// </summary>
public static class LegacyGenerator
{
    public static IEnumerable<GeneratedRow> Central(GeneratorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return GeneratedSettings.Rows(options).Concat(new GeneratedConversations(options).Rows());
    }

    /// <summary>A tenant's own database. Ids begin at 1 in each.</summary>
    public static IEnumerable<GeneratedRow> TenantRows(GeneratorOptions options, long tenant)
    {
        ArgumentNullException.ThrowIfNull(options);
        for (var id = 1; id <= GeneratedFlows.CountOf(tenant); id++)
        {
            yield return new(LegacyTables.Flows, [(long)id, tenant, $"Mağaza akışı {id}", null, GeneratedFlows.Data(id - 1, tenant), "node_1", id == 1 ? 1L : 0L, (long)id]);
        }
    }
}
