using System.Text.Json.Serialization;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Http;
using FlowEngine.Conversations;
using FlowEngine.Storage.Tenants;

namespace FlowEngine.Api.Tenants;

/// <param name="Languages">Two-letter codes, the tenant's own first.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="IsActive">False: its data stays, and nobody can use it.</param>
public sealed record TenantView(
    long Id, string Slug, string Name, IReadOnlyList<string> Languages, string Currency, string TimeZone, string? SiteUrl, bool IsActive,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    internal static TenantView Of(TenantEntry entry) => new(
        entry.Id, entry.Slug, entry.Name, entry.Languages, entry.Currency, entry.TimeZone, entry.SiteUrl, entry.IsActive, entry.CreatedAt, entry.UpdatedAt);
}

/// <summary>What is left out stays as it is; a new tenant needs <c>slug</c> alone.</summary>
/// <param name="Slug">Lower-case letters, digits and hyphens; API keys, flags and settings name the tenant by it.</param>
/// <param name="SiteUrl">Null clears it.</param>
public sealed record TenantBody(
    [property: Text] string? Slug = null,
    [property: Text] string? Name = null,
    IReadOnlyList<string>? Languages = null,
    [property: Text] string? Currency = null,
    [property: Text] string? TimeZone = null,
    [property: Text] string? SiteUrl = null,
    bool? IsActive = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TenantView))]
[JsonSerializable(typeof(Page<TenantView>))]
[JsonSerializable(typeof(TenantBody))]
internal sealed partial class TenantJsonContext : JsonSerializerContext;
