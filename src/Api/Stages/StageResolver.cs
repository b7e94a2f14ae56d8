using FlowEngine.Storage.Turns;
using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;

namespace FlowEngine.Api.Stages;

/// <summary>The tenant's stage: its row in the database, else the variant of the feature flag <c>ConversationEngine</c>, else <c>off</c>.</summary>
public sealed class StageResolver(IVariantFeatureManager features, ILogger<StageResolver> logger)
{
    public const string FeatureFlag = "ConversationEngine";

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
            return variant is null ? Stage.Off : Read(variant.Name, slug);
        }
        catch (Exception fault) when (fault is FeatureManagementException or ArgumentException or InvalidOperationException)
        {
            // A flag with a part missing throws at each question; so does a settings file saved half-written.
            Log.UnreadableStage(logger, fault.Message, slug);
            return Stage.Off;
        }
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
