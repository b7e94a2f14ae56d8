using FlowEngine.Conversations;

namespace FlowEngine.Comparing.Observations;

/// <summary>Makes an observation of a turn that an engine ran.</summary>
public static class Observer
{
    /// <param name="engine"><c>v1</c> or <c>v2</c>.</param>
    /// <param name="firstTokenMs">Null where nothing was streamed.</param>
    /// <param name="effects">Where a ledger of the candidate's own recorded them; null: those of the outcome.</param>
    public static Observation Of(
        TurnInput input,
        TurnOutcome outcome,
        string engine,
        string stage,
        double totalMs,
        double? firstTokenMs = null,
        IEnumerable<EffectIntent>? effects = null) => new()
        {
            Engine = engine,
            Stage = stage,
            FlowVersionId = outcome.Flow?.Id,
            PromptHash = outcome.PromptHash,
            Model = outcome.Usage.Model,
            ModelParameters = outcome.Usage.Parameters?.Json,
            InputHash = InputFingerprint.Of(input),
            Messages = [.. outcome.Messages.Where(message => message.Role == MessageRole.Assistant).Select(Of)],
            Status = outcome.Status.ToString().ToLowerInvariant(),
            WaitingNodeId = outcome.WaitingNodeId,
            Failure = outcome.Failure is { } failure ? new ObservedFailure(failure.Code, failure.Cause) : null,
            FirstTokenMs = firstTokenMs,
            TotalMs = totalMs,
            InputTokens = outcome.Usage.InputTokens,
            OutputTokens = outcome.Usage.OutputTokens,
            CachedTokens = outcome.Usage.CachedTokens,
            Cost = outcome.Usage.Cost,
            IsUnpriced = outcome.Usage.IsUnpriced,
            Path = [.. outcome.Trace.Select(step => new ObservedStep(step.Node.NodeId, step.Node.Type, step.PortName))],
            Captured = Changed(input.State.Vars, outcome.State.Vars),
            Personal = Marked(input.State.Personal, outcome.State.Personal),
            VariablesBefore = input.State.Vars.ToDictionary(pair => pair.Key, pair => InputFingerprint.OfValue(pair.Value), StringComparer.Ordinal),
            Effects = [.. (effects ?? outcome.Effects.Concat(outcome.OutsideEffects)).Where(effect => effect.Kind != EffectKind.None).Select(Of)],
            OutsideAnswers = outcome.OutsideAnswers,
            ModelCalls = [.. outcome.ModelCalls.Select(ModelInputs.Of)],
        };

    private static ObservedMessage Of(Message message) => new(
        message.Kind,
        message.Content,
        message.QuickReplies,
        message.Links,
        [.. message.Products.Select(product => new ObservedProduct(product.Id, product.Name, product.Price, product.Currency))],
        message.ImageUrl,
        message.Cards.Count)
    {
        CardText = string.Join('\n', message.Cards
            .SelectMany(card => new[] { card.Title, card.Text, card.Url })
            .Where(line => !string.IsNullOrEmpty(line))),
    };

    private static string[]? Marked(IReadOnlyList<string>? before, IReadOnlyList<string>? after) =>
        before is null && after is null ? null : [.. (before ?? []).Union(after ?? [], StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public static ObservedEffect Of(EffectIntent effect) =>
        new(effect.Kind == EffectKind.Stored ? "stored" : "external", effect.Type, effect.Key, effect.Payload);

    private static Dictionary<string, Value> Changed(IReadOnlyDictionary<string, Value> before, IReadOnlyDictionary<string, Value> after)
    {
        var changed = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var (name, value) in after)
        {
            if (!before.TryGetValue(name, out var old) || old != value)
            {
                changed[name] = value;
            }
        }

        foreach (var name in before.Keys.Where(name => !after.ContainsKey(name)))
        {
            changed[name] = Value.Null;
        }

        return changed;
    }
}
