namespace FlowEngine.Storage.Tenants;

/// <param name="Languages">Two-letter codes, the tenant's own first.</param>
/// <param name="IsActive">An inactive tenant's data stays; nobody can use it.</param>
public sealed record TenantEntry(
    long Id, string Slug, string Name, IReadOnlyList<string> Languages, string Currency, string TimeZone, string? SiteUrl, bool IsActive,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <summary>All of a tenant that an operator sets.</summary>
public sealed record TenantDetails(
    string Slug, string Name, IReadOnlyList<string> Languages, string Currency, string TimeZone, string? SiteUrl, bool IsActive)
{
    public static TenantDetails Of(TenantEntry entry) =>
        new(entry.Slug, entry.Name, entry.Languages, entry.Currency, entry.TimeZone, entry.SiteUrl, entry.IsActive);

    /// <summary>Members that differ, as <c>old -> new</c>.</summary>
    public IReadOnlyDictionary<string, string> Changes(TenantDetails after)
    {
        var (old, now) = (Members(), after.Members());
        return now.Where(member => old[member.Key] != member.Value)
            .ToDictionary(member => member.Key, member => $"{old[member.Key]} -> {member.Value}", StringComparer.Ordinal);
    }

    private Dictionary<string, string> Members() => new(StringComparer.Ordinal)
    {
        ["slug"] = Slug,
        ["name"] = Name,
        ["languages"] = string.Join(',', Languages),
        ["currency"] = Currency,
        ["timeZone"] = TimeZone,
        ["siteUrl"] = SiteUrl ?? "",
        ["isActive"] = IsActive ? "true" : "false",
    };
}
