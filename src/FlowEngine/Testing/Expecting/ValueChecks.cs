using FlowEngine.Conversations;
using FlowEngine.Testing.Running;
using FlowEngine.Testing.Scripts;
using FlowEngine.Text;

namespace FlowEngine.Testing.Expecting;

/// <summary>Variables after the turn, and the effects that it recorded.</summary>
internal static class ValueChecks
{
    public static void Check(TurnExpectation expected, PlayedTurn actual, Expectations failed)
    {
        var walk = actual.State.Walk?.Frames[^1].Vars ?? WalkAtEnd(actual);
        var variables = new Variables(new VariableScope(walk), new VariableScope(actual.State.Vars), new(default, default, default, default));
        foreach (var (name, value) in expected.Variables ?? new Dictionary<string, ValueExpectation>())
        {
            One($"variables/{name}", name, value, variables.Resolve(VariablePath.TryParse(name)!), failed);
        }

        if (expected.EffectCount is { } count && count != actual.Effects.Count)
        {
            failed.Fail("effect_count", "number of effects", Value.Of((decimal)count).ToString(), Shown(actual.Effects));
        }

        if (expected.Effects is { } effects)
        {
            Effects(effects, actual, failed);
        }
    }

    /// <summary>A walk that has ended left its variables in its last step.</summary>
    private static IReadOnlyDictionary<string, Value> WalkAtEnd(PlayedTurn actual) =>
        actual.Ended && actual.Steps is [.., var last] ? last.After.Walk : new Dictionary<string, Value>();

    private static void Effects(IReadOnlyList<EffectExpectation> expected, PlayedTurn actual, Expectations failed)
    {
        if (expected.Count != actual.Effects.Count)
        {
            failed.Fail("effects", "effects", Expectations.Listed(expected.Select(effect => effect.Type ?? "any")), Shown(actual.Effects));
        }

        for (var i = 0; i < Math.Min(expected.Count, actual.Effects.Count); i++)
        {
            var (one, effect) = (expected[i], actual.Effects[i]);
            if (one.Type is { } type)
            {
                failed.Equal($"effects/{i}/type", "effect", type, effect.Type);
            }

            if (one.Node is { } node
                && actual.Steps.FirstOrDefault(step => step.Step.Id == effect.NodeId)?.Step is { } step && !NodeNames.Names(step, node))
            {
                failed.Fail($"effects/{i}/node", "effect's node", node, NodeNames.Of(step));
            }

            foreach (var (path, value) in one.Payload)
            {
                var found = path.Split('.').Aggregate(effect.Payload, (inner, segment) => inner[segment]);
                One($"effects/{i}/payload/{path}", $"{effect.Type}.{path}", value, found, failed);
            }
        }
    }

    private static void One(string member, string what, ValueExpectation expected, Value actual, Expectations failed)
    {
        if (expected.EqualTo is { } equal && equal != actual)
        {
            failed.Fail(member, what, equal.ToJson(), actual.ToJson());
        }

        if (expected.Contains is { } part && !Contains(actual, part))
        {
            failed.Fail(member, what, $"contains: {part}", actual.ToJson());
        }

        if (expected.Matches is { } pattern && !SafePattern.IsMatch(pattern, actual.ToString()))
        {
            failed.Fail(member, what, $"matches: {pattern}", actual.ToJson());
        }

        if (expected.IsSet is { } isSet && isSet == actual.IsEmpty)
        {
            failed.Fail(member, what, isSet ? "is set" : "is not set", actual.ToJson());
        }

        if (expected.Absent is { } absent && absent != (actual.Kind == ValueKind.Null))
        {
            failed.Fail(member, what, absent ? "absent" : "not absent", actual.ToJson());
        }
    }

    private static bool Contains(Value actual, string part) => actual.Kind == ValueKind.List
        ? actual.Items.Any(item => item.ToString() == part)
        : actual.ToString().Contains(part, StringComparison.Ordinal);

    private static string Shown(IEnumerable<EffectIntent> effects) =>
        Expectations.Listed(effects.Select(effect => $"{effect.Type} {effect.Payload.ToJson()}"));
}
