using FlowEngine.Chat.Engines;
using FlowEngine.Conversations;

namespace FlowEngine.Chat.Turns;

/// <summary>What a turn fills of V1's columns, where the row has nothing in them.</summary>
public sealed class AssistantColumnsReader(IPromptSource prompts)
{
    private const string NoMetadata = "{}";

    /// <returns>Null where V1 did not answer and its columns are not kept up beside V2's.</returns>
    public async ValueTask<AssistantColumns?> ReadAsync(PlannedTurn turn, EngineRun run, CancellationToken cancellationToken)
    {
        if (run.Engine != EngineName.V1 && !turn.WritesBoth)
        {
            return null;
        }

        var there = turn.Input.Assistant;
        var used = run.Outcome.Assistant;
        if (used is null && there is { PromptId: null } or { FeatureSlug: null } or { FeatureName: null })
        {
            // V1 did not look for its prompt in this turn: what it would find is what a step back needs.
            used = (await prompts.FindAsync(turn.Input.Tenant.Key, there, cancellationToken))?.Reference;
        }

        var filled = there.FilledFrom(used ?? AssistantReference.Default);
        return new(filled.FeatureSlug!, filled.FeatureName!, filled.PromptId, NoMetadata);
    }
}
