using FlowEngine.Chat.Tenants;

namespace FlowEngine.Chat.Stages;

/// <param name="ChangedBy">Who set it.</param>
/// <param name="Etag">Changes with every change.</param>
public sealed record StageEntry(StageRow Stage, string? Reason, string? ChangedBy, DateTimeOffset UpdatedAt, string Etag)
{
    /// <summary>Of a tenant without a row.</summary>
    public const string NoEtag = "none";
}

/// <param name="Entry">Null where the tenant has no row.</param>
public sealed record TenantStage(string Slug, string Name, StageEntry? Entry);
