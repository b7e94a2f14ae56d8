using FlowEngine.Comparing.Ladder.Entities;
using FlowEngine.Comparing.Observations;

namespace FlowEngine.Comparing.Ladder;

/// <summary>The two sides of a comparison.</summary>
internal sealed record Pair(Reply Control, Reply Candidate, ComparisonContext Context, LadderOptions Options)
{
    /// <summary>Differences of entities are ignored: models are shown the texts without entities, so that they don't find them again.</summary>
    public bool IsEntitiesAside { get; init; }

    public bool AreOfOneEngine => Control.Observation.Engine == Candidate.Observation.Engine;

    /// <summary>One side is V1, which neither waits nor captures nor has effects; the other is not.</summary>
    public bool IsOneV1 => Control.IsV1 != Candidate.IsV1;

    /// <summary>The engine that can have what V1 cannot; null where both can, or neither.</summary>
    public string? OnlyIn => !IsOneV1 ? null : Control.IsV1 ? Candidate.Observation.Engine : Control.Observation.Engine;

    public (string Control, string Candidate) TextsForModels =>
        IsEntitiesAside ? (Control.Entities.Rest, Candidate.Entities.Rest) : (Control.Text, Candidate.Text);

    public static Pair Of(Observation control, Observation candidate, ComparisonContext context, LadderOptions options)
    {
        var products = new ProductNames(
        [
            .. context.ProductNames,
            .. control.Messages.Concat(candidate.Messages).SelectMany(message => message.Products).Select(product => product.Name),
        ]);
        return new Pair(
            new Reply(control, context.Language, options.MaxText, products),
            new Reply(candidate, context.Language, options.MaxText, products),
            context,
            options);
    }
}
