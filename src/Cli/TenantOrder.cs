using FlowEngine.Storage.Tenants;

namespace FlowEngine.Cli;

/// <summary>What a command says of a tenant; null: nothing.</summary>
internal sealed record TenantOrder
{
    public string? Slug { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<string>? Languages { get; init; }

    public string? Currency { get; init; }

    public string? TimeZone { get; init; }

    /// <summary>Empty: the tenant has no site.</summary>
    public string? SiteUrl { get; init; }

    public bool? IsActive { get; init; }

    public TenantDetails Apply(TenantDetails facts) => new(
        Slug ?? facts.Slug, Name ?? facts.Name, Languages ?? facts.Languages, Currency ?? facts.Currency, TimeZone ?? facts.TimeZone,
        SiteUrl is "" ? null : SiteUrl?.TrimEnd('/') ?? facts.SiteUrl, IsActive ?? facts.IsActive);
}
