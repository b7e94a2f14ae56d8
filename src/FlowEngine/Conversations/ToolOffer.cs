using Microsoft.Extensions.AI;

namespace FlowEngine.Conversations;

/// <summary>The tools that a model is told of, and what came of them so far.</summary>
/// <param name="MayCall">False in a last round: then calls do not count.</param>
/// <param name="Gathered">The request's context with what the tools gave; the offline model composes its answer from it.</param>
public sealed record ToolOffer(
    IReadOnlyList<AIFunctionDeclaration> Tools, bool MayCall, IReadOnlyList<ToolRound> Rounds, ModelContext Gathered);
