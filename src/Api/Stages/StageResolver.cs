using System.Collections.Concurrent;
using FlowEngine.Storage.Turns;
using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;

namespace FlowEngine.Api.Stages;

/// <summary>The tenant's stage: its row in the database, else the variant of the feature flag <c>ConversationEngine</c>, else <c>off</c>.</summary>
public sealed class StageResolver(IVariantFeatureManager features, ILogger<StageResolver> logger)
{
    public const string FeatureFlag = "ConversationEngine";

    private readonly ConcurrentDictionary<string, Stage> _last = new(StringComparer.Ordinal);

    public async ValueTask<Stage> ResolveAsync(TenantSnapshot tenant, string sessionId, CancellationToken cancellationToken)
    {
        var slug = tenant.Profile.Slug;
        if (tenant.Stage is { } row)
        {
            return Read(row.Stage, slug);
        }

        var targeting = new TargetingContext { UserId = sessionId, Groups = [slug] };
        try
        {
            var variant = await features.GetVariantAsync(FeatureFlag, targeting, cancellationToken);
            return variant is null ? Kept(slug, "there is no such flag.") : _last[slug] = Read(variant.Name, slug);
        }
        catch (Exception fault) when (fault is FeatureManagementException or ArgumentException or InvalidOperationException)
        {
            return Kept(slug, fault.Message);
        }
    }

    /// <summary>
    /// A flag with a part missing throws at each question, and a settings file saved half-written has no flag at all. The tenant stays
    /// where it was: a slip of an editor must not take its users to another engine in mid-conversation.
    /// </summary>
    private Stage Kept(string tenant, string reason)
    {
        Log.UnreadableStage(logger, reason, tenant);
        return _last.GetValueOrDefault(tenant, Stage.Off);
    }

    private Stage Read(string? name, string tenant)
    {
        switch (name)
        {
            case "off":
                return Stage.Off;
            case "complete":
                return Stage.Complete;
            default:
                Log.UnknownStage(logger, name, tenant);
                return Stage.Off;
        }
    }
}
